package io.herd.template;

/** A template cannot be used. The message names it and says what to do. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    TemplateException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** Whether there is no such template, rather than a bad one. */
    public boolean missing() {
        return missing;
    }
}
