package io.herd.cli.command;

import io.herd.cli.render.Report;
import io.herd.herd.Constraint;
import io.herd.herd.Order;
import io.herd.herd.Terms;
import io.herd.json.ContainerJson;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        @Option(names = "--template", paramLabel = "TEMPLATE", description = "From this template.")
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
            description =
                    "The container's name; with several instances NAME-1, NAME-2 …, unless it has "
                            + "$${instance} or $${node}.")
    @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            converter = Converters.Variable.class,
            description =
                    "Put V where the template or the name has $${K}; repeatable. $${instance}, $${node} and "
                            + "$${name} are always set.")
    List<Converters.Variable.Set> variables = new ArrayList<>();

    @Option(
            names = "--constraint",
            paramLabel = "EXPRESSION",
            converter = Converters.Constrained.class,
            description = "Only on nodes with node.labels.K==V, or !=V; repeatable.")
    List<Constraint> constraints = new ArrayList<>();

    @Mixin TemplateDirectories directories = new TemplateDirectories();

    @Option(names = "--start", description = "Start them, too.")
    boolean start;

    @Option(names = "--dry-run", description = "Only show what would be created, and where.")
    boolean dryRun;

    @Option(
            names = "--all-or-nothing",
            description = "If not all can be created, remove again those that were.")
    boolean allOrNothing;

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            converter = Converters.RequestId.class,
            description =
                    "Create nothing twice: a command that is repeated with the same ID adds what is missing.")
    @Nullable String requestId;

    @Mixin CreateTimeout createTimeout = new CreateTimeout();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "What to run, with --image.")
    List<String> command = List.of();

    private final Globals globals;

    ContainerCreate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var order = order();
        order.check();
        try (var herd = globals.connect()) {
            return dryRun
                    ? Plans.report(order, herd.plan(globals.who(), order))
                    : Creations.report(
                            order, herd.create(globals.who(), order, globals.progress()));
        }
    }

    private Order order() throws TemplateException, UsageException {
        return new Order(
                requestId == null ? UUID.randomUUID().toString() : requestId,
                form(),
                Optional.ofNullable(source.template),
                Optional.ofNullable(name),
                instances,
                start,
                variables(),
                new Terms(requestId != null, allOrNothing, createTimeout.time(), constraints));
    }

    /** The last one counts where a variable is set twice, as in a shell. */
    private Map<String, String> variables() {
        var set = new TreeMap<String, String>();
        variables.forEach(variable -> set.put(variable.name(), variable.value()));
        return set;
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
                ? directories.templates(globals).find(source.template).form()
                : Templates.raw(java.util.Objects.requireNonNull(source.raw));
    }
}
