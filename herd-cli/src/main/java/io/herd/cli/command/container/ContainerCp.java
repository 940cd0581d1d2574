package io.herd.cli.command.container;

import io.herd.cli.archive.LocalSource;
import io.herd.cli.archive.LocalTarget;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.copy.CopyEnd;
import io.herd.cli.copy.CopyEnd.Here;
import io.herd.cli.copy.CopyEnd.Piped;
import io.herd.cli.copy.CopyEnd.There;
import io.herd.cli.copy.CopyFrom;
import io.herd.cli.copy.CopyTo;
import io.herd.cli.render.Report;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cp",
        description = "Copy files/folders between a container and this host.",
        footer = {
            "",
            "A directory itself is copied as DIR, what is in it as DIR/. and - is a tar archive at standard output or input.",
            "",
            "Example: herd container cp web:/etc/nginx/. nginx"
        })
public final class ContainerCp implements HerdCommand.Callers {

    @Option(
            names = {"-a", "--archive"},
            description = "Archive mode: copy all uid/gid information.")
    boolean owners;

    @Option(
            names = {"-L", "--follow-link"},
            description = "Always follow a symbolic link in the source.")
    boolean follow;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            converter = Converters.EndOfCopy.class,
            description = "What is copied: CONTAINER:PATH, a path of this host, or -.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    CopyEnd source;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            converter = Converters.EndOfCopy.class,
            description = "Where it goes: CONTAINER:PATH, a path of this host, or -.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    CopyEnd target;

    private final Globals globals;

    public ContainerCp(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return switch (source) {
            case There from -> out(from);
            case Here _, Piped _ -> {
                if (target instanceof There to) {
                    yield in(to);
                }
                throw new UsageException("one of the two must be CONTAINER:PATH");
            }
        };
    }

    private Report out(There from) throws Exception {
        if (target instanceof There) {
            throw new UsageException(
                    "there is no copying from container to container: copy to this host first");
        }
        var here =
                target instanceof Here(var path)
                        ? Optional.of(LocalTarget.of(path))
                        : Optional.<LocalTarget>empty();
        try (var herd = globals.herd().connect()) {
            var copy = new CopyFrom(herd, globals.options().who(), from, owners, follow);
            return here.isPresent() ? copy.to(here.get()) : copy.to(globals.user().console());
        }
    }

    private Report in(There to) throws Exception {
        var here =
                source instanceof Here(var path)
                        ? Optional.of(LocalSource.of(path, follow))
                        : Optional.<LocalSource>empty();
        try (var herd = globals.herd().connect()) {
            var copy = new CopyTo(herd, globals.options().who(), to, owners);
            return here.isPresent() ? copy.of(here.get()) : copy.of(globals.user().console());
        }
    }
}
