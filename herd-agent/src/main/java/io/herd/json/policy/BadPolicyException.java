package io.herd.json.policy;

/** A text is no policy; the message says where and how to mend it. */
public final class BadPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    BadPolicyException(String message) {
        super(message);
    }
}
