package io.herd.cli.manual;

/** Herd's exit codes and their meanings; README.md has the same table. */
enum ExitCode {
    OK(0, "done, every node answered"),
    FAILED(1, "the action failed"),
    USAGE(2, "wrong usage"),
    PARTIAL(3, "partial: some nodes failed or did not answer; what was done is printed"),
    NO_SUCH(
            4,
            "no such container, image, node or template; or the reference is ambiguous (candidates are listed)"),
    NO_AGENT(5, "no agent reached"),
    DENIED(6, "denied"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
