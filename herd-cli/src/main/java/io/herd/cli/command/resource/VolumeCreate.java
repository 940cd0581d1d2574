package io.herd.cli.command.resource;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.json.text.JsonForm;
import io.herd.model.ResourceKind;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a volume on each node.")
public final class VolumeCreate implements HerdCommand.Anywhere {

    // As many as docker's own.
    private static final int DIGITS = 64;

    @Option(
            names = {"-d", "--driver"},
            paramLabel = "DRIVER",
            defaultValue = "local",
            description = "Specify volume driver name. Default: ${DEFAULT-VALUE}.")
    String driver = "local";

    @Option(
            names = {"-o", "--opt"},
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Set driver specific options; repeatable.")
    List<Converters.Pair.Of> driverOptions = List.of();

    @Option(
            names = "--label",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Set metadata for a volume; repeatable.")
    List<Converters.Pair.Of> labels = List.of();

    @Option(names = "--name", hidden = true, paramLabel = "NAME", description = "The operand.")
    @Nullable String named;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The same on each node; a random one if there is none.")
    @Nullable String name;

    private final Globals globals;

    public VolumeCreate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        if (name != null && named != null) {
            throw new UsageException(
                    "the volume has two names, '%s' and '%s': leave one out"
                            .formatted(name, named));
        }
        var called = name != null ? name : named != null ? named : random();
        var form =
                JsonForm.empty()
                        .text("Name", called)
                        .text("Driver", driver)
                        .moreTexts("DriverOpts", Converters.Pair.byKey(driverOptions))
                        .moreTexts("Labels", Converters.Pair.byKey(labels));
        return new CommonResources(globals, ResourceKind.VOLUME).create(called, form.json());
    }

    // All nodes shall have the same, so no daemon makes it up.
    private static String random() {
        var bytes = new byte[DIGITS / 2];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
