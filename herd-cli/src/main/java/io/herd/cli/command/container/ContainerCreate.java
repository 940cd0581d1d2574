package io.herd.cli.command.container;

import static java.util.Objects.requireNonNull;

import io.herd.cli.command.creation.CidFile;
import io.herd.cli.command.creation.CreateOptionGroup;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.CreateTimeout;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Report;
import io.herd.cli.report.CreationReport;
import io.herd.cli.report.PlanReport;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.creation.CreateOptions;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Instance.Made;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description =
                "Create one or more containers, spread evenly over the herd. Prints their IDs.")
public final class ContainerCreate implements HerdCommand {

    @ArgGroup(heading = "Instead of IMAGE, one of these:%n")
    Source source = new Source();

    static final class Source {
        @Option(
                names = "--template",
                paramLabel = "TEMPLATE",
                description = "Create from this template.")
        @Nullable String template;

        @Option(names = "--image", paramLabel = "IMAGE", description = "Create from this image.")
        @Nullable String image;

        @Option(
                names = "--raw",
                paramLabel = "FILE",
                description =
                        "Create from a file with a Docker API create request; - is standard input.")
        @Nullable String raw;
    }

    @Option(
            names = {"-n", "--instances"},
            paramLabel = "N",
            defaultValue = "1",
            converter = Converters.Instances.class,
            description = "Number of containers to create. Default: ${DEFAULT-VALUE}.")
    int instances = 1;

    @Mixin CreateOptionGroup options = new CreateOptionGroup();

    @Option(names = "--start", description = "Start the containers, too.")
    boolean start;

    @Option(
            names = "--dry-run",
            description = "Only show what would be created, and on which nodes.")
    boolean dryRun;

    @Option(
            names = "--all-or-nothing",
            description = "If not all containers can be created, remove those that were.")
    boolean allOrNothing;

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            converter = Converters.RequestId.class,
            description =
                    "Make the command safe to repeat: with the same ID only what is missing is created.")
    @Nullable String requestId;

    @Mixin CidFile idFile = new CidFile();

    @Mixin CreateTimeout createTimeout = new CreateTimeout();

    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE")
    @Nullable String image;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Globals globals;

    public ContainerCreate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        if (source.raw != null || idFile.isWanted() || !options.readsNoFile()) {
            return Place.CALLERS;
        }
        return source.template == null
                ? Place.ANYWHERE
                : options.directories.placeOf(source.template, globals);
    }

    @Override
    public Report call() throws Exception {
        var order = order();
        order.check();
        try (var herd = globals.herd().connect()) {
            return dryRun
                    ? PlanReport.report(order, herd.plan(globals.options().who(), order))
                    : create(herd, order);
        }
    }

    private Report create(Herd herd, CreateRequest order)
            throws UsageException, IOException, NoSuchNodeException, TemplateException {
        try (var file = idFile.reserve(instances > 1)) {
            var created = herd.create(globals.options().who(), order, globals.user().progress());
            if (created.instances().getFirst() instanceof Made made) {
                file.write(made.created().id());
            }
            return CreationReport.report(order, created);
        }
    }

    private CreateRequest order() throws TemplateException, UsageException {
        return new CreateRequest(
                requestId == null ? UUID.randomUUID().toString() : requestId,
                form(),
                Optional.ofNullable(source.template),
                options.name(),
                instances,
                start,
                options.variables(),
                new CreateOptions(
                        requestId != null,
                        allOrNothing,
                        createTimeout.time(),
                        options.constraints));
    }

    private String imageToCreateFrom() throws UsageException {
        if (image == null) {
            throw new UsageException(
                    "say what to create from: an IMAGE, --template TEMPLATE or --raw FILE");
        }
        return image;
    }

    /** The operands where --image says that the first is no image. */
    private List<String> words() {
        return Stream.concat(Stream.ofNullable(image), command.stream()).toList();
    }

    private RawJson form() throws TemplateException, UsageException {
        if (source.image != null) {
            return options.ofImage(source.image, words(), globals, false);
        }
        if (source.template == null && source.raw == null) {
            return options.ofImage(imageToCreateFrom(), command, globals, false);
        }
        if (image != null) {
            throw new UsageException(
                    "'%s': a command goes with an image only".formatted(String.join(" ", words())));
        }
        return source.template != null
                ? options.ofTemplate(source.template, globals, false)
                : options.filledIn(Templates.raw(requireNonNull(source.raw)), globals, false);
    }
}
