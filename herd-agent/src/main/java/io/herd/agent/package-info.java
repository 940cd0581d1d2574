/**
 * The agent's process: composition root, carrying out actions, the daemon's events, systemd, the
 * log.
 */
@NullMarked
package io.herd.agent;

import org.jspecify.annotations.NullMarked;
