package io.herd.json.docker;

/** A form says something that is not known to be harmless to its host and to others. */
public final class HarmfulFormException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field such as {@code HostConfig.Privileged}
     * @param what what is wrong with it, such as {@code is true}
     */
    HarmfulFormException(String field, String what) {
        super(field + " " + what);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
