package io.herd.cli.command.container;

import io.herd.action.Action.PullImage;
import io.herd.cli.command.creation.CidFile;
import io.herd.cli.command.creation.CreateOptionGroup;
import io.herd.cli.command.option.CommandRunner;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.DetachKeys;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.SignalOptions;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.flow.Console;
import io.herd.cli.registry.Registry;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Notice;
import io.herd.cli.render.Report;
import io.herd.cli.report.CreationReport;
import io.herd.cli.report.PullReport;
import io.herd.cli.stream.ContainerStarter;
import io.herd.cli.stream.SeveralRuns;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.creation.CreateOptions;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Creation;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.PullPolicy;
import io.herd.herd.creation.PullPolicy.When;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description =
                "Create and run a new container, on the node that runs the fewest, or several. The exit code is the command's; of several, the largest.",
        footer = {"", "Example: herd run --rm -it busybox sh"})
public final class ContainerRun implements HerdCommand, CommandRunner {

    // As long as pulling an image may take.
    private static final Duration LONG = Duration.ofMinutes(10);

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "Run from this template instead of an image.")
    @Nullable String template;

    @Mixin CreateOptionGroup options = new CreateOptionGroup();

    @Option(
            names = {"-n", "--instances"},
            paramLabel = "N",
            converter = Converters.Instances.class,
            description = "Number of containers to run, spread evenly over the nodes.")
    @Nullable Integer instances;

    @Option(names = "--all-nodes", description = "Run one container on each node.")
    boolean allNodes;

    @Option(
            names = {"-d", "--detach"},
            description = "Run the container in the background and print its ID.")
    boolean detached;

    @Option(
            names = "--pull",
            paramLabel = "missing|always|never",
            defaultValue = "missing",
            description =
                    "When to pull the image before running. Default: ${DEFAULT-VALUE}, if no node has it.")
    When pull = When.MISSING;

    @Mixin CidFile idFile = new CidFile();

    @Mixin DetachKeys detaching = new DetachKeys();

    @Mixin SignalOptions signals = new SignalOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE")
    @Nullable String image;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Globals globals;

    public ContainerRun(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        if (!detached || idFile.isWanted() || !options.readsNoFile()) {
            return Place.CALLERS;
        }
        // Of a template it would count whether the user has one, and a login for its image.
        return template == null ? Place.WITHOUT_LOGINS : Place.CALLERS;
    }

    @Override
    public Report call() throws Exception {
        check();
        var keys = detaching.keys(!detached && options.process.caller.typed(), globals.user());
        var order = order();
        order.check();
        try (var file = idFile.reserve(several());
                var herd = globals.herd().connect()) {
            var created = create(herd, order);
            var report = CreationReport.report(order, created);
            var made =
                    created.instances().stream()
                            .filter(Made.class::isInstance)
                            .map(Made.class::cast)
                            .toList();
            if (made.isEmpty()) {
                return report.with(Exit.NOT_RUN);
            }
            file.write(made.getFirst().created().id());
            return several()
                    ? runSeveral(herd, made, report)
                    : runOne(herd, made.getFirst().location(), keys, report);
        }
    }

    private Creation create(Herd herd, CreateRequest order) throws Exception {
        return allNodes
                ? herd.createOnEach(globals.options().who(), order, fetching())
                : herd.create(globals.options().who(), order, fetching());
    }

    private void check() throws Exception {
        if (allNodes && instances != null) {
            throw new UsageException(
                    "--all-nodes runs one on each node: leave it out, or -n %d"
                            .formatted(instances));
        }
        if (detached) {
            return;
        }
        var caller = options.process.caller;
        if (several() && (caller.interactive || caller.terminal)) {
            throw new UsageException(
                    "-%s is for one container: leave it out, or add -d"
                            .formatted(caller.terminal ? "t" : "i"));
        }
        if (caller.typed()) {
            globals.user().needTty();
        }
    }

    private boolean several() {
        return allNodes || number() > 1;
    }

    private int number() {
        return instances == null ? 1 : instances;
    }

    private Report runOne(
            Herd herd, ContainerLocation container, Optional<String> keys, Report report) {
        var starter = new ContainerStarter(herd, container);
        if (detached) {
            return starter.detached(report);
        }
        var console = globals.user().console();
        tell(console, report.notes());
        return starter.attached(
                console,
                options.process.caller.interactive,
                keys,
                signals.proxy(console, herd, List.of(container)));
    }

    private Report runSeveral(Herd herd, List<Made> made, Report report) {
        if (detached) {
            // They were started with their creation.
            boolean any = made.stream().anyMatch(it -> it.created().startFailure().isEmpty());
            return any ? report : report.with(Exit.NOT_RUN);
        }
        var containers = made.stream().map(Made::location).toList();
        var console = globals.user().console();
        tell(console, report.notes());
        report.failures().forEach(console::tell);
        var ran =
                new SeveralRuns(herd, console, containers)
                        .toEnd(signals.proxy(console, herd, containers));
        return report.exit().equals(Exit.OK) ? ran : ran.with(Exit.PARTIAL);
    }

    private void tell(Console console, List<String> notes) {
        if (!globals.output().quiet()) {
            notes.forEach(note -> console.tell(Notice.of(note)));
        }
    }

    private PullPolicy fetching() {
        return new PullPolicy(
                pull, this::pullOf, globals.herd().extra(LONG), globals.user().progress());
    }

    private PullImage pullOf(String name) {
        var login = globals.user().logins().at(Registry.of(name));
        tell(globals.user().console(), PullReport.notes(name, login));
        return new PullImage(name, login.toSend());
    }

    private CreateRequest order() throws TemplateException, UsageException {
        return new CreateRequest(
                UUID.randomUUID().toString(),
                form(),
                Optional.ofNullable(template),
                options.name(),
                number(),
                several() && detached,
                options.variables(),
                new CreateOptions(false, false, Optional.empty(), options.constraints));
    }

    private RawJson form() throws TemplateException, UsageException {
        if (image == null) {
            if (template == null) {
                throw new UsageException("say what to run: an IMAGE, or --template NAME");
            }
            return options.ofTemplate(template, globals, detached);
        }
        if (template != null) {
            throw new UsageException(
                    "'%s' is one too many: --template says what to run".formatted(image));
        }
        return options.ofImage(image, command, globals, detached);
    }
}
