package io.herd.cli.command;

import io.herd.cli.command.container.ContainerAttach;
import io.herd.cli.command.container.ContainerCommit;
import io.herd.cli.command.container.ContainerCp;
import io.herd.cli.command.container.ContainerCreate;
import io.herd.cli.command.container.ContainerDiff;
import io.herd.cli.command.container.ContainerExec;
import io.herd.cli.command.container.ContainerExport;
import io.herd.cli.command.container.ContainerInspect;
import io.herd.cli.command.container.ContainerKill;
import io.herd.cli.command.container.ContainerLogs;
import io.herd.cli.command.container.ContainerLs;
import io.herd.cli.command.container.ContainerPause;
import io.herd.cli.command.container.ContainerPort;
import io.herd.cli.command.container.ContainerPrune;
import io.herd.cli.command.container.ContainerRename;
import io.herd.cli.command.container.ContainerRestart;
import io.herd.cli.command.container.ContainerRm;
import io.herd.cli.command.container.ContainerRun;
import io.herd.cli.command.container.ContainerStart;
import io.herd.cli.command.container.ContainerStats;
import io.herd.cli.command.container.ContainerStop;
import io.herd.cli.command.container.ContainerTop;
import io.herd.cli.command.container.ContainerUnpause;
import io.herd.cli.command.container.ContainerUpdate;
import io.herd.cli.command.container.ContainerWait;
import io.herd.cli.command.image.ImageHistory;
import io.herd.cli.command.image.ImageInspect;
import io.herd.cli.command.image.ImageLoad;
import io.herd.cli.command.image.ImageLs;
import io.herd.cli.command.image.ImagePrune;
import io.herd.cli.command.image.ImagePull;
import io.herd.cli.command.image.ImagePush;
import io.herd.cli.command.image.ImageRm;
import io.herd.cli.command.image.ImageSave;
import io.herd.cli.command.image.ImageTag;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.OptionSources;
import io.herd.cli.command.resource.NetworkConnect;
import io.herd.cli.command.resource.NetworkCreate;
import io.herd.cli.command.resource.NetworkDisconnect;
import io.herd.cli.command.resource.NetworkInspect;
import io.herd.cli.command.resource.NetworkLs;
import io.herd.cli.command.resource.NetworkPrune;
import io.herd.cli.command.resource.NetworkRm;
import io.herd.cli.command.resource.VolumeCreate;
import io.herd.cli.command.resource.VolumeInspect;
import io.herd.cli.command.resource.VolumeLs;
import io.herd.cli.command.resource.VolumePrune;
import io.herd.cli.command.resource.VolumeRm;
import io.herd.cli.config.EnvironmentDefaults;
import io.herd.cli.context.CommandContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Builds the picocli tree of herd's commands. Reading a command's annotations is most of what
 * picocli costs at start, so only the commands that the arguments name are built; if they name
 * none, as for help or a typing error, all of them.
 */
public final class Commands {

    private final Globals globals;
    private final Set<String> arguments;

    Commands(Globals globals, String... arguments) {
        this.globals = globals;
        // "herd help" shows any command, so it needs all of them.
        var help = arguments.length > 0 && arguments[0].equals("help");
        this.arguments = help ? Set.of() : new HashSet<>(Arrays.asList(arguments));
    }

    /**
     * All commands, to be read and not to be run.
     *
     * @param context where their default values come from
     */
    public static CommandSpec all(CommandContext context) {
        var globals =
                Globals.of(
                        (_, _, _) -> {
                            throw new IllegalStateException("nobody is asked");
                        },
                        context,
                        new OptionSources(new EnvironmentDefaults(context), Optional.empty()));
        return new Commands(globals).line().getCommandSpec();
    }

    CommandLine line() {
        // As docker reads arguments: @FILE is not expanded, an option's value may begin with a
        // dash or equal a command's name, and of an option given twice the last value counts. All
        // that holds for the commands below, too.
        return with(
                        top().values().stream().flatMap(List::stream).toList(),
                        new CommandLine(globals.options()))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(true)
                .setAllowSubcommandsAsOptionParameters(true);
    }

    /** A command and its name in its group. */
    private record Entry(String name, Function<Globals, Object> command) {

        /** Leaves everything after the container or the image to the command that is run. */
        Entry passingOn() {
            return new Entry(
                    name,
                    globals -> new CommandLine(command.apply(globals)).setStopAtPositional(true));
        }

        /** The same command at top level, without the aliases that it has in its group. */
        Entry alone(String called) {
            return new Entry(
                    called,
                    globals -> {
                        var line = new CommandLine(command.apply(globals)).setCommandName(called);
                        line.getCommandSpec().aliases(new String[0]);
                        return line;
                    });
        }
    }

    /** Commands that the help shows together. */
    record Section(String heading, List<String> names) {}

    /** The commands of herd itself, as its help shows them. */
    List<Section> sections() {
        return top().entrySet().stream()
                .map(it ->
                        new Section(it.getKey(), it.getValue().stream().map(Entry::name).toList()))
                .toList();
    }

    // Methods and no constants: most runs need one group or none.
    private Map<String, List<Entry>> top() {
        var sections = new LinkedHashMap<String, List<Entry>>();
        sections.put("Containers, short for 'herd container COMMAND'", containersInShort());
        sections.put("Images, short for 'herd image COMMAND'", imagesInShort());
        sections.put("The daemons, short for 'herd system COMMAND'", systemInShort());
        sections.put(
                "Groups",
                List.of(
                        group("container", "Manage containers on any node.", Commands::container),
                        group("image", "Manage images on all nodes.", Commands::image),
                        group("volume", "Manage volumes on all nodes.", Commands::volume),
                        group("network", "Manage networks on all nodes.", Commands::network),
                        group("system", "Manage the daemons of all nodes.", Commands::system),
                        group("node", "Manage the nodes of the herd.", Commands::node),
                        group("template", "See the templates for containers.", Commands::template),
                        group("key", "Manage the herd's key.", Commands::key)));
        sections.put(
                "The herd",
                List.of(
                        new Entry("agent", AgentCommand::new),
                        new Entry("doctor", DoctorCommand::new),
                        new Entry("events", EventsCommand::new),
                        new Entry("shell", ShellCommand::new),
                        new Entry("completion", _ -> new CompletionCommand()),
                        new Entry("help", _ -> new HelpCommand()),
                        new Entry("version", _ -> new VersionCommand()),
                        new Entry(NamesCommand.NAME, NamesCommand::new)));
        return sections;
    }

    private static List<Entry> containersInShort() {
        return container().stream()
                .flatMap(it ->
                        switch (it.name()) {
                            case "ls" -> Stream.of(it.alone("ps"));
                            case "rm" -> Stream.of(it.alone("rm"));
                            // As in docker, where it is not said of what.
                            case "prune" -> Stream.of();
                            default -> Stream.of(it);
                        })
                .toList();
    }

    private static List<Entry> imagesInShort() {
        var image = image();
        return List.of(
                of(image, "ls").alone("images"),
                of(image, "pull"),
                of(image, "rm").alone("rmi"),
                of(image, "tag"),
                of(image, "history"),
                of(image, "save"),
                of(image, "load"),
                of(image, "push"));
    }

    private static List<Entry> systemInShort() {
        var system = system();
        return List.of(of(system, "df"), of(system, "info"));
    }

    private static List<Entry> volume() {
        return List.of(
                new Entry("ls", VolumeLs::new),
                new Entry("inspect", VolumeInspect::new),
                new Entry("create", VolumeCreate::new),
                new Entry("rm", VolumeRm::new),
                new Entry("prune", VolumePrune::new));
    }

    private static List<Entry> network() {
        return List.of(
                new Entry("ls", NetworkLs::new),
                new Entry("inspect", NetworkInspect::new),
                new Entry("create", NetworkCreate::new),
                new Entry("rm", NetworkRm::new),
                new Entry("prune", NetworkPrune::new),
                new Entry("connect", NetworkConnect::new),
                new Entry("disconnect", NetworkDisconnect::new));
    }

    private static List<Entry> system() {
        return List.of(
                new Entry("df", SystemDf::new),
                new Entry("info", SystemInfo::new),
                new Entry("prune", SystemPrune::new));
    }

    private static List<Entry> node() {
        return List.of(
                new Entry("ls", NodeLs::new),
                new Entry("inspect", NodeInspect::new),
                new Entry("register", NodeRegister::new),
                new Entry("unregister", NodeUnregister::new),
                new Entry("update", NodeUpdate::new),
                new Entry("forget", NodeForget::new));
    }

    private static List<Entry> container() {
        return List.of(
                new Entry("create", ContainerCreate::new).passingOn(),
                new Entry("run", ContainerRun::new).passingOn(),
                new Entry("start", ContainerStart::new),
                new Entry("stop", ContainerStop::new),
                new Entry("restart", ContainerRestart::new),
                new Entry("kill", ContainerKill::new),
                new Entry("pause", ContainerPause::new),
                new Entry("unpause", ContainerUnpause::new),
                new Entry("wait", ContainerWait::new),
                new Entry("rename", ContainerRename::new),
                new Entry("rm", ContainerRm::new),
                new Entry("prune", ContainerPrune::new),
                new Entry("ls", ContainerLs::new),
                new Entry("inspect", ContainerInspect::new),
                new Entry("logs", ContainerLogs::new),
                new Entry("exec", ContainerExec::new).passingOn(),
                new Entry("attach", ContainerAttach::new),
                new Entry("top", ContainerTop::new).passingOn(),
                new Entry("port", ContainerPort::new),
                new Entry("stats", ContainerStats::new),
                new Entry("cp", ContainerCp::new),
                new Entry("diff", ContainerDiff::new),
                new Entry("commit", ContainerCommit::new),
                new Entry("export", ContainerExport::new),
                new Entry("update", ContainerUpdate::new));
    }

    private static List<Entry> image() {
        return List.of(
                new Entry("ls", ImageLs::new),
                new Entry("pull", ImagePull::new),
                new Entry("inspect", ImageInspect::new),
                new Entry("rm", ImageRm::new),
                new Entry("prune", ImagePrune::new),
                new Entry("tag", ImageTag::new),
                new Entry("history", ImageHistory::new),
                new Entry("save", ImageSave::new),
                new Entry("load", ImageLoad::new),
                new Entry("push", ImagePush::new));
    }

    private static List<Entry> template() {
        return List.of(new Entry("ls", TemplateLs::new), new Entry("show", TemplateShow::new));
    }

    private static List<Entry> key() {
        return List.of(new Entry("new", _ -> new KeyNew()));
    }

    private static Entry of(List<Entry> group, String name) {
        return group.stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
    }

    private Entry group(String name, String description, Supplier<List<Entry>> entries) {
        return new Entry(
                name,
                _ -> {
                    var spec = CommandSpec.wrapWithoutInspection(new Group()).name(name);
                    spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
                    return with(entries.get(), new CommandLine(spec));
                });
    }

    private record Group() {}

    private CommandLine with(List<Entry> entries, CommandLine line) {
        var named = entries.stream().filter(it -> arguments.contains(it.name())).toList();
        for (var entry : named.isEmpty() ? entries : named) {
            line.addSubcommand(entry.name(), entry.command().apply(globals));
        }
        return line;
    }
}
