package io.herd.engine;

import io.herd.action.Failure;

/** Thrown when a call to a Docker daemon failed; contains the {@link Failure}. */
public final class EngineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public EngineException(Failure.Kind kind, String message) {
        super(message);
        this.failure = new Failure(kind, message);
    }

    public EngineException(Failure.Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.failure = new Failure(kind, message);
    }

    public Failure failure() {
        return failure;
    }
}
