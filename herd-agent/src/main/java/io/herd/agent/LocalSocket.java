package io.herd.agent;

import java.nio.file.Path;

/**
 * The Unix socket at which an agent answers commands of its host.
 *
 * @param wanted whether the operator asked for it: then the agent does not start without it;
 *     otherwise it goes on
 */
public record LocalSocket(Path path, boolean wanted) {}
