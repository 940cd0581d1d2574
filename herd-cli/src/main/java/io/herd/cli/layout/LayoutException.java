package io.herd.cli.layout;

/** Thrown if a template that is understood cannot be filled for a thing; says why. */
public final class LayoutException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    LayoutException(String message) {
        super(message);
    }

    /** That a thing does not have what an expression names. */
    static LayoutException absent(Expression expression) {
        return new LayoutException("there is no '%s' in it".formatted(expression.source()));
    }
}
