package io.herd.gateway;

/** Thrown to end a request with this problem as its answer. */
final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    ProblemException(int status, String message) {
        this(new Problem(status, message));
    }

    Problem problem() {
        return problem;
    }
}
