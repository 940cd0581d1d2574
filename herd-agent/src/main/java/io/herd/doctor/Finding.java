package io.herd.doctor;

import io.herd.model.NodeName;

/**
 * Something that is not as it should be.
 *
 * @param node where it is to be mended
 * @param problem one line for the operator
 * @param mend what to do about it
 */
public record Finding(NodeName node, Level level, String problem, String mend) {

    /** How bad it is. */
    public enum Level {
        /** The herd does not do what it should. */
        PROBLEM,
        /** It does, and it may be meant so. */
        REMARK
    }

    static Finding problem(NodeName node, String problem, String mend) {
        return new Finding(node, Level.PROBLEM, problem, mend);
    }

    static Finding remark(NodeName node, String problem, String mend) {
        return new Finding(node, Level.REMARK, problem, mend);
    }
}
