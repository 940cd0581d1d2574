package io.herd.template;

/** Thrown when a template cannot be used. The message names it and says what to do. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be used. */
    public enum Reason {
        /** There is no such template. */
        MISSING,
        /** It exists but cannot be used. */
        UNUSABLE,
        /** It uses a variable that has not been set. */
        VARIABLE_NOT_SET
    }

    private final Reason reason;

    TemplateException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
