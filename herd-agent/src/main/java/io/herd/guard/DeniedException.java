package io.herd.guard;

import java.util.Optional;

/** Somebody may not do what he asks. */
public final class DeniedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Optional<String> owner;

    DeniedException(String rule, Optional<String> owner, String message) {
        super(message);
        this.rule = rule;
        this.owner = owner;
    }

    /** The name of the rule that does not allow it; empty if none is about it. */
    public String rule() {
        return rule;
    }

    /** Whose it is that it was to be done to, if that was looked up and it is somebody's. */
    public Optional<String> owner() {
        return owner;
    }
}
