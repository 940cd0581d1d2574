package io.herd.cli.manual;

import java.util.Locale;

/** Names that only the live herd knows; a shell asks {@code herd __complete} for them. */
public enum NameKind {
    /** Of containers in any state. */
    CONTAINER,
    /** Of containers that run, or are paused or restarting. */
    RUNNING,
    /** Of containers that can be started. */
    STOPPED,
    /** Of containers that are paused. */
    PAUSED,
    NODE,
    IMAGE,
    TEMPLATE,
    /** What can be asked of the nodes' labels. */
    CONSTRAINT;

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
