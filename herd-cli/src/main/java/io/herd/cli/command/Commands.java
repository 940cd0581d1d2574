package io.herd.cli.command;

import io.herd.cli.command.Entry.Group;
import io.herd.cli.command.Entry.Single;
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
import io.herd.cli.command.image.ImageCp;
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
import io.herd.cli.command.keep.KeepLs;
import io.herd.cli.command.keep.KeepStart;
import io.herd.cli.command.keep.KeepStop;
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
import io.herd.cli.command.user.UserAdd;
import io.herd.cli.command.user.UserLs;
import io.herd.cli.command.user.UserRm;
import io.herd.cli.command.user.UserToken;
import io.herd.cli.config.EnvironmentDefaults;
import io.herd.cli.context.CommandContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Builds the picocli tree of herd's commands. Reading a command's annotations is most of what
 * picocli costs at start, so only the commands that the arguments name are built; if they name
 * none, as for help or a typing error, the others are listed, without what they take.
 */
public final class Commands {

    private final Globals globals;
    private final Set<String> arguments;
    // "herd help" shows the page of any command.
    private final boolean help;
    private final boolean all;

    Commands(Globals globals, String... arguments) {
        this(globals, false, arguments);
    }

    private Commands(Globals globals, boolean all, String... arguments) {
        this.globals = globals;
        this.arguments = new HashSet<>(Arrays.asList(arguments));
        this.help = arguments.length > 0 && arguments[0].equals("help");
        this.all = all;
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
        return new Commands(globals, true).line().getCommandSpec();
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
    private Map<String, List<? extends Entry>> top() {
        var sections = new LinkedHashMap<String, List<? extends Entry>>();
        sections.put("Containers, short for 'herd container COMMAND'", containersInShort());
        sections.put("Images, short for 'herd image COMMAND'", imagesInShort());
        sections.put("The daemons, short for 'herd system COMMAND'", systemInShort());
        sections.put(
                "Groups",
                List.of(
                        new Group(
                                "container", "Manage containers on any node.", Commands::container),
                        new Group("image", "Manage images on all nodes.", Commands::image),
                        new Group("volume", "Manage volumes on all nodes.", Commands::volume),
                        new Group("network", "Manage networks on all nodes.", Commands::network),
                        new Group("system", "Manage the daemons of all nodes.", Commands::system),
                        new Group("node", "Manage the nodes of the herd.", Commands::node),
                        new Group(
                                "template",
                                "See the templates for containers.",
                                Commands::template),
                        new Group(
                                "user",
                                "Manage the users who may ask this host's agent by HTTP.",
                                Commands::user),
                        new Group("key", "Manage the herd's key.", Commands::key),
                        new Group(
                                "keep",
                                "Stay in the herd where there is no agent.",
                                Commands::keep)));
        sections.put(
                "The herd",
                List.of(
                        new Single("agent", AgentCommand::new),
                        new Single("doctor", DoctorCommand::new),
                        new Single("events", EventsCommand::new),
                        new Single("shell", ShellCommand::new),
                        new Single("completion", _ -> new CompletionCommand()),
                        new Single("help", _ -> new HelpCommand()),
                        new Single("version", _ -> new VersionCommand()),
                        new Single(NamesCommand.NAME, NamesCommand::new)));
        return sections;
    }

    private static List<Single> containersInShort() {
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

    private static List<Single> imagesInShort() {
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

    private static List<Single> systemInShort() {
        var system = system();
        return List.of(of(system, "df"), of(system, "info"));
    }

    private static List<Single> volume() {
        return List.of(
                new Single("ls", VolumeLs::new),
                new Single("inspect", VolumeInspect::new),
                new Single("create", VolumeCreate::new),
                new Single("rm", VolumeRm::new),
                new Single("prune", VolumePrune::new));
    }

    private static List<Single> network() {
        return List.of(
                new Single("ls", NetworkLs::new),
                new Single("inspect", NetworkInspect::new),
                new Single("create", NetworkCreate::new),
                new Single("rm", NetworkRm::new),
                new Single("prune", NetworkPrune::new),
                new Single("connect", NetworkConnect::new),
                new Single("disconnect", NetworkDisconnect::new));
    }

    private static List<Single> system() {
        return List.of(
                new Single("df", SystemDf::new),
                new Single("info", SystemInfo::new),
                new Single("prune", SystemPrune::new));
    }

    private static List<Single> node() {
        return List.of(
                new Single("ls", NodeLs::new),
                new Single("inspect", NodeInspect::new),
                new Single("register", NodeRegister::new),
                new Single("unregister", NodeUnregister::new),
                new Single("update", NodeUpdate::new),
                new Single("forget", NodeForget::new));
    }

    private static List<Single> container() {
        return List.of(
                new Single("create", ContainerCreate::new).passingOn(),
                new Single("run", ContainerRun::new).passingOn(),
                new Single("start", ContainerStart::new),
                new Single("stop", ContainerStop::new),
                new Single("restart", ContainerRestart::new),
                new Single("kill", ContainerKill::new),
                new Single("pause", ContainerPause::new),
                new Single("unpause", ContainerUnpause::new),
                new Single("wait", ContainerWait::new),
                new Single("rename", ContainerRename::new),
                new Single("rm", ContainerRm::new),
                new Single("prune", ContainerPrune::new),
                new Single("ls", ContainerLs::new),
                new Single("inspect", ContainerInspect::new),
                new Single("logs", ContainerLogs::new),
                new Single("exec", ContainerExec::new).passingOn(),
                new Single("attach", ContainerAttach::new),
                new Single("top", ContainerTop::new).passingOn(),
                new Single("port", ContainerPort::new),
                new Single("stats", ContainerStats::new),
                new Single("cp", ContainerCp::new),
                new Single("diff", ContainerDiff::new),
                new Single("commit", ContainerCommit::new),
                new Single("export", ContainerExport::new),
                new Single("update", ContainerUpdate::new));
    }

    private static List<Single> image() {
        return List.of(
                new Single("ls", ImageLs::new),
                new Single("pull", ImagePull::new),
                new Single("cp", ImageCp::new),
                new Single("inspect", ImageInspect::new),
                new Single("rm", ImageRm::new),
                new Single("prune", ImagePrune::new),
                new Single("tag", ImageTag::new),
                new Single("history", ImageHistory::new),
                new Single("save", ImageSave::new),
                new Single("load", ImageLoad::new),
                new Single("push", ImagePush::new));
    }

    private static List<Single> template() {
        return List.of(new Single("ls", TemplateLs::new), new Single("show", TemplateShow::new));
    }

    private static List<Single> key() {
        return List.of(new Single("new", _ -> new KeyNew()), new Single("docker", KeyDocker::new));
    }

    private static List<Single> user() {
        return List.of(
                new Single("add", _ -> new UserAdd()),
                new Single("ls", _ -> new UserLs()),
                new Single("rm", _ -> new UserRm()),
                new Single("token", _ -> new UserToken()));
    }

    private static List<Single> keep() {
        return List.of(
                new Single("ls", KeepLs::new),
                new Single("start", KeepStart::new),
                new Single("stop", KeepStop::new));
    }

    private static Single of(List<Single> group, String name) {
        return group.stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
    }

    Globals globals() {
        return globals;
    }

    /** Whether there are only options, if anything. */
    boolean nameNothing() {
        return arguments.stream().allMatch(it -> it.startsWith("-"));
    }

    /** Adds those of the commands that are wanted. */
    CommandLine with(List<? extends Entry> entries, CommandLine line) {
        var named = entries.stream().filter(it -> arguments.contains(it.name())).toList();
        for (var entry : named.isEmpty() || help ? entries : named) {
            line.addSubcommand(entry.name(), built(entry));
        }
        return line;
    }

    private CommandLine built(Entry entry) {
        if (all || arguments.contains(entry.name())) {
            return entry.whole(this);
        }
        var listed = entry.listed(this);
        return Stream.of(listed.getCommandSpec().aliases()).anyMatch(arguments::contains)
                ? entry.whole(this)
                : listed;
    }
}
