package io.herd.cli.command.option;

import io.herd.cli.config.Durations;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.KeeperSockets;
import io.herd.model.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How commands stay in the herd, where there is no agent to ask: the first one that joins leaves a
 * process behind, which the next ones ask.
 */
public final class Keeping {

    private static final Duration USUAL = Duration.ofMinutes(10);

    private final GlobalOptions options;
    private final CommandContext context;

    Keeping(GlobalOptions options, CommandContext context) {
        this.options = options;
        this.context = context;
    }

    /** How long a keeper stays that nobody asks. */
    public Duration idle() {
        return options.keep == null || options.keep.isZero() ? USUAL : options.keep;
    }

    /**
     * Where a keeper listens that has joined as this command would; empty if the user wants none,
     * or has no place for it.
     */
    Optional<Path> socket() {
        boolean off = options.keep != null && options.keep.isZero();
        return off || isElsewhere() ? Optional.empty() : sockets().map(it -> it.of(joining()));
    }

    /**
     * The same for the keeper itself.
     *
     * @throws UsageException if the user has no place for it
     */
    public Path ownSocket() throws UsageException {
        return sockets()
                .map(it -> it.of(joining()))
                .orElseThrow(() ->
                        new UsageException(
                                "XDG_RUNTIME_DIR is not set: set it to a directory that is yours alone"));
    }

    /**
     * To be called once a keeper listens, so that another may be started when it has ended.
     *
     * @return whether nobody has stopped it before
     */
    public boolean begun() throws IOException {
        return sockets().isPresent() && sockets().get().begun(sockets().get().of(joining()));
    }

    private Optional<KeeperSockets> sockets() {
        return context.keepers();
    }

    // A process that runs the command for the user does not know the directory he is in.
    private boolean isElsewhere() {
        return context.caller().isPresent() && options.key != null && !options.key.isAbsolute();
    }

    private List<String> joining() {
        var all = new ArrayList<>(List.of(options.cluster, addresses()));
        all.add(options.bind == null ? "" : options.bind);
        all.add(key().orElse(""));
        return all;
    }

    private String addresses() {
        return options.join.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }

    private Optional<String> key() {
        return Optional.ofNullable(options.key)
                .map(it -> it.toAbsolutePath().normalize().toString());
    }

    /**
     * Starts a keeper, if the user wants one.
     *
     * @throws IOException with a message for the user
     */
    void start() throws IOException {
        if (options.keep == null || options.keep.isZero() || context.home().isEmpty()) {
            return;
        }
        var sockets =
                sockets()
                        .orElseThrow(() ->
                                new IOException(
                                        "XDG_RUNTIME_DIR is not set, where its socket would be"));
        sockets.prepare();
        if (!sockets.begins(sockets.of(joining()))) {
            return;
        }
        // In a session of its own: Ctrl-C at the terminal is not meant for it.
        new ProcessBuilder(command(context.home().get()))
                .directory(Path.of("/").toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> command(Path home) {
        var command =
                new ArrayList<>(
                        List.of(
                                "setsid",
                                home.resolve("bin/herd").toString(),
                                "keep",
                                "start",
                                "--marked"));
        command.addAll(List.of("--cluster", options.cluster, "--keep", Durations.text(idle())));
        if (options.join.isEmpty()) {
            command.add("--direct");
        } else {
            command.addAll(List.of("--join", addresses()));
        }
        if (options.bind != null) {
            command.addAll(List.of("--bind", options.bind));
        }
        key().ifPresent(it -> command.addAll(List.of("--key", it)));
        if (options.config != null) {
            command.addAll(List.of("--config", options.config.toAbsolutePath().toString()));
        }
        return command;
    }
}
