package io.herd.doctor;

import io.herd.model.NodeName;

/**
 * A problem or remark found by {@code herd doctor}, and how to mend it.
 *
 * @param node node on which it is to be mended
 * @param problem one line for the operator
 * @param mend what to do about it
 */
public record Finding(NodeName node, Level level, String problem, String mend) {

    /** How serious it is. */
    public enum Level {
        /** The herd does not work as it should. */
        PROBLEM,
        /** The herd works, and this may be intended. */
        REMARK
    }

    static Finding problem(NodeName node, String problem, String mend) {
        return new Finding(node, Level.PROBLEM, problem, mend);
    }

    static Finding remark(NodeName node, String problem, String mend) {
        return new Finding(node, Level.REMARK, problem, mend);
    }
}
