package io.herd.cli.command.container;

import io.herd.action.Action.CommitContainer;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ImageName;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ChangeReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "commit",
        description = "Create a new image from a container's changes, on its node.")
public final class ContainerCommit implements HerdCommand.Anywhere {

    // A daemon writes all that the container has changed into a layer.
    private static final Duration LONG = Duration.ofMinutes(10);

    @Option(
            names = {"-a", "--author"},
            paramLabel = "AUTHOR",
            description = "Author (e.g., 'John Hannibal Smith <hannibal@a-team.com>').")
    String author = "";

    @Option(
            names = {"-c", "--change"},
            paramLabel = "INSTRUCTION",
            description = "Apply Dockerfile instruction to the created image; repeatable.")
    List<String> changes = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "Commit message.")
    String message = "";

    @Option(
            names = {"-p", "--pause"},
            arity = "0..1",
            paramLabel = "true|false",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Pause container during commit. Default: ${DEFAULT-VALUE}.")
    boolean pause = true;

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TARGET[:TAG]",
            converter = ImageName.Converter.class,
            description = "The image's name; latest without a tag.")
    @Nullable ImageName name;

    private final Globals globals;

    public ContainerCommit(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, List.of(container))
                .act(
                        id -> new CommitContainer(id, query()),
                        globals.herd().extra(LONG),
                        it -> ChangeReport.committed(it.getFirst()));
    }

    private Map<String, String> query() {
        var query = new TreeMap<String, String>();
        query.put("author", author);
        query.put("comment", message);
        query.put("pause", Boolean.toString(pause));
        if (!changes.isEmpty()) {
            query.put("changes", String.join("\n", changes));
        }
        if (name != null) {
            query.put("repo", name.repository());
            query.put("tag", name.tag());
        }
        return query;
    }
}
