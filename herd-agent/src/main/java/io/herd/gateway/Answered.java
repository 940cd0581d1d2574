package io.herd.gateway;

/**
 * An answer.
 *
 * @param word what it is counted under, one of a fixed set
 */
record Answered(String word, Reply reply) {

    /** One that answers nothing that could be counted. */
    static Answered none(Problem problem) {
        return new Answered("none", problem.reply());
    }

    /** One to a request that was not read to its end. */
    static Answered last(Problem problem) {
        return new Answered("none", problem.reply().closing());
    }
}
