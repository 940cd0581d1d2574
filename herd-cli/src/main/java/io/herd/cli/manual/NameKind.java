package io.herd.cli.manual;

import java.util.Locale;

/** Kinds of names that only the live herd knows; a shell asks {@code herd __complete} for them. */
public enum NameKind {
    /** Names of containers in any state. */
    CONTAINER,
    /** Names of containers that run, or are paused or restarting. */
    RUNNING,
    /** Names of containers that can be started. */
    STOPPED,
    /** Names of containers that are paused. */
    PAUSED,
    NODE,
    IMAGE,
    VOLUME,
    NETWORK,
    /** Names of networks without a node, which a new container is connected to. */
    ATTACHABLE,
    TEMPLATE,
    /** Constraints that the nodes' labels allow. */
    CONSTRAINT;

    /** The kind as it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
