package io.herd.cli.render;

/**
 * The exit code of the process; the numbers are part of the command line's contract.
 *
 * @param code one of {@link ExitCode}, or a container's own
 */
public record Exit(int code) {

    public static final Exit OK = of(ExitCode.OK);
    public static final Exit FAILED = of(ExitCode.FAILED);
    public static final Exit USAGE = of(ExitCode.USAGE);
    public static final Exit PARTIAL = of(ExitCode.PARTIAL);
    public static final Exit NO_SUCH = of(ExitCode.NO_SUCH);
    public static final Exit NO_AGENT = of(ExitCode.NO_AGENT);
    public static final Exit DENIED = of(ExitCode.DENIED);
    public static final Exit NOT_RUN = of(ExitCode.NOT_RUN);
    public static final Exit NOT_EXECUTABLE = of(ExitCode.NOT_EXECUTABLE);
    public static final Exit NO_SUCH_COMMAND = of(ExitCode.NO_SUCH_COMMAND);
    public static final Exit INTERRUPTED = of(ExitCode.INTERRUPTED);

    private static Exit of(ExitCode code) {
        return new Exit(code.code());
    }
}
