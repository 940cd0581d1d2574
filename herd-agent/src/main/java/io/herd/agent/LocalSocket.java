package io.herd.agent;

import java.nio.file.Path;

/**
 * A Unix socket at which an agent answers.
 *
 * @param wanted somebody asked for it, so that the agent must not start without; else it goes on
 */
public record LocalSocket(Path path, boolean wanted) {}
