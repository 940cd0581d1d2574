package io.herd.cli.command.container;

import io.herd.action.Streaming.Attach;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.DetachKeys;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.SignalOptions;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.flow.Attachment;
import io.herd.cli.flow.Ending;
import io.herd.cli.render.Report;
import io.herd.cli.stream.ContainerStreams;
import io.herd.herd.Herd;
import io.herd.herd.Opened;
import io.herd.model.ContainerRef;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "attach",
        description =
                "Attach local standard input, output, and error streams to a running container.")
public final class ContainerAttach implements HerdCommand.Callers {

    @Option(names = "--no-stdin", description = "Do not attach STDIN.")
    boolean noInput;

    @Mixin DetachKeys detaching = new DetachKeys();

    @Mixin SignalOptions signals = new SignalOptions();

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    private final Globals globals;

    public ContainerAttach(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var keys = detaching.keys(!noInput, globals.user());
        try (var herd = globals.herd().connect()) {
            var opened =
                    herd.open(
                            globals.options().who(),
                            container,
                            id -> new Attach(id, !noInput, keys));
            return ContainerStreams.one(opened, flowing -> join(herd, flowing));
        }
    }

    private Ending join(Herd herd, Opened.Flowing flowing) {
        var proxy = signals.proxy(globals.user().console(), herd, List.of(flowing.location()));
        return new Attachment(flowing.session(), globals.user().console(), !noInput, proxy).join();
    }
}
