package io.herd.template;

/** A template cannot be used. The message names it and says what to do. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Reason {
        /** There is no such template. */
        MISSING,
        /** It is there and no good. */
        UNUSABLE,
        /** It has a variable that whoever uses it has not set. */
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
