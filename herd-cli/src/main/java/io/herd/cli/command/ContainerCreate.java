package io.herd.cli.command;

import io.herd.cli.render.Report;
import io.herd.herd.Order;
import io.herd.json.ContainerJson;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Create containers, evenly over the herd. Prints their ids.",
        footer = {"", "Example: herd container create --template test -n 4 --start"})
final class ContainerCreate implements Callable<Report> {

    @ArgGroup(multiplicity = "1", heading = "One of these:%n")
    Source source = new Source();

    static final class Source {
        @Option(names = "--template", paramLabel = "NAME", description = "From this template.")
        @Nullable String template;

        @Option(names = "--image", paramLabel = "IMAGE", description = "From this image.")
        @Nullable String image;

        @Option(
                names = "--raw",
                paramLabel = "FILE",
                description = "From a file in the Docker API's create form; - is standard input.")
        @Nullable String raw;
    }

    @Option(
            names = {"-n", "--instances"},
            paramLabel = "N",
            defaultValue = "1",
            converter = Converters.Instances.class,
            description = "How many. Default: ${DEFAULT-VALUE}.")
    int instances = 1;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The container's name; with several instances NAME-1, NAME-2 …")
    @Nullable String name;

    @Option(names = "--start", description = "Start them, too.")
    boolean start;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "What to run, with --image.")
    List<String> command = List.of();

    private final Globals globals;

    ContainerCreate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var order =
                new Order(
                        UUID.randomUUID().toString(),
                        form(),
                        Optional.ofNullable(source.template),
                        Optional.ofNullable(name),
                        instances,
                        start);
        try (var herd = globals.connect()) {
            return Creations.report(order, herd.create(globals.who(), order));
        }
    }

    private RawJson form() throws TemplateException, UsageException {
        if (source.image != null) {
            return ContainerJson.form(source.image, command);
        }
        if (!command.isEmpty()) {
            throw new UsageException(
                    "'%s': a command goes with --image only".formatted(String.join(" ", command)));
        }
        return source.template != null
                ? new Templates(globals.surroundings().templateDirectories())
                        .find(source.template)
                        .form()
                : Templates.raw(java.util.Objects.requireNonNull(source.raw));
    }
}
