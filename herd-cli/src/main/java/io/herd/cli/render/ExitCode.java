package io.herd.cli.render;

/** Herd's own exit codes and their meanings; the manual and README.md show this table. */
public enum ExitCode {
    OK(0, "done, every node answered"),
    FAILED(1, "the action failed"),
    USAGE(2, "wrong usage"),
    PARTIAL(3, "partial: some nodes failed or did not answer; what was done is printed"),
    NO_SUCH(
            4,
            "no such container, image, node or template; or the reference is ambiguous (candidates are listed)"),
    NO_AGENT(5, "no agent reached"),
    DENIED(6, "denied"),
    NOT_RUN(125, "herd run or herd exec itself failed, and the command was not run"),
    NOT_EXECUTABLE(126, "the command of a new container cannot be executed"),
    NO_SUCH_COMMAND(127, "a new container has no such command"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
