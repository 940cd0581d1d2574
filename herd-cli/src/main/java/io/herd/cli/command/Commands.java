package io.herd.cli.command;

import io.herd.cli.command.container.ContainerAttach;
import io.herd.cli.command.container.ContainerCp;
import io.herd.cli.command.container.ContainerCreate;
import io.herd.cli.command.container.ContainerExec;
import io.herd.cli.command.container.ContainerInspect;
import io.herd.cli.command.container.ContainerKill;
import io.herd.cli.command.container.ContainerLogs;
import io.herd.cli.command.container.ContainerLs;
import io.herd.cli.command.container.ContainerPause;
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
import io.herd.cli.command.container.ContainerWait;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.OptionSources;
import io.herd.cli.config.EnvironmentDefaults;
import io.herd.cli.context.CommandContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which commands there are. Reading a command's annotations is most of what picocli costs at start,
 * so only those are built that the arguments name; where they name none, as for help or a typing
 * error, all of them.
 */
public final class Commands {

    private static final List<String> TOP =
            List.of(
                    "agent",
                    "node",
                    "container",
                    "image",
                    "template",
                    "shell",
                    "key",
                    "version",
                    "ps",
                    "images",
                    "exec",
                    "logs",
                    "events",
                    "doctor",
                    "run",
                    "attach",
                    "top",
                    "stats",
                    "cp",
                    "completion",
                    NamesCommand.NAME);
    private static final List<String> NODE =
            List.of("ls", "inspect", "register", "unregister", "update");
    private static final List<String> CONTAINER =
            List.of(
                    "create", "run", "start", "stop", "restart", "kill", "pause", "unpause", "wait",
                    "rename", "rm", "prune", "ls", "inspect", "logs", "exec", "attach", "top",
                    "stats", "cp");
    private static final List<String> IMAGE = List.of("ls", "pull", "inspect", "rm", "prune");
    private static final List<String> TEMPLATE = List.of("ls", "show");
    private static final List<String> KEY = List.of("new");

    private final Globals globals;
    private final Set<String> arguments;

    Commands(Globals globals, String... arguments) {
        this.globals = globals;
        this.arguments = new HashSet<>(Arrays.asList(arguments));
    }

    /**
     * All of them, to be read and not to be run.
     *
     * @param surroundings what their defaults come from
     */
    public static CommandSpec all(CommandContext surroundings) {
        var globals =
                new Globals(
                        (_, _, _) -> {
                            throw new IllegalStateException("nobody is asked");
                        },
                        surroundings,
                        new OptionSources(new EnvironmentDefaults(surroundings), Optional.empty()));
        return new Commands(globals).line().getCommandSpec();
    }

    CommandLine line() {
        var line = new CommandLine(globals);
        named(TOP).forEach(name -> line.addSubcommand(name, top(name)));
        // As docker reads them: @FILE is itself, and a value may begin with a dash or be called as
        // a
        // command is. Both hold for all commands below.
        return line.setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(true)
                .setAllowSubcommandsAsOptionParameters(true);
    }

    private Object top(String name) {
        return switch (name) {
            case "agent" -> new AgentCommand(globals);
            case "node" -> group(new NodeGroup(), NODE);
            case "container" -> group(new ContainerGroup(), CONTAINER);
            case "image" -> group(new ImageGroup(), IMAGE);
            case "template" -> group(new TemplateGroup(), TEMPLATE);
            case "images" -> shortForm(name, new ImageLs(globals));
            case "exec", "logs", "run", "attach", "top", "stats", "cp" -> container(name);
            case "events" -> new EventsCommand(globals);
            case "doctor" -> new DoctorCommand(globals);
            case "shell" -> new ShellCommand(globals);
            case "key" -> group(new KeyGroup(), KEY);
            case "version" -> new VersionCommand();
            case "ps" -> shortForm(name, new ContainerLs(globals));
            case "completion" -> new CompletionCommand();
            case NamesCommand.NAME -> new NamesCommand(globals);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Without the aliases that the command has in its group. */
    private static CommandLine shortForm(String name, Object command) {
        var line = new CommandLine(command).setCommandName(name);
        line.getCommandSpec().aliases(new String[0]);
        return line;
    }

    private Object leaf(Object group, String name) {
        return switch (group) {
            case NodeGroup _ -> node(name);
            case KeyGroup _ -> new KeyNew();
            case ImageGroup _ -> image(name);
            case TemplateGroup _ ->
                    name.equals("ls") ? new TemplateLs(globals) : new TemplateShow(globals);
            default -> container(name);
        };
    }

    private Object node(String name) {
        return switch (name) {
            case "ls" -> new NodeLs(globals);
            case "inspect" -> new NodeInspect(globals);
            case "register" -> new NodeRegister(globals);
            case "update" -> new NodeUpdate(globals);
            case "unregister" -> new NodeUnregister(globals);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Object container(String name) {
        return switch (name) {
            case "create" -> new ContainerCreate(globals);
            // What follows the container or the image is the command's.
            case "run" -> new CommandLine(new ContainerRun(globals)).setStopAtPositional(true);
            case "top" -> new CommandLine(new ContainerTop(globals)).setStopAtPositional(true);
            case "attach" -> new ContainerAttach(globals);
            case "stats" -> new ContainerStats(globals);
            case "cp" -> new ContainerCp(globals);
            case "exec" -> new CommandLine(new ContainerExec(globals)).setStopAtPositional(true);
            case "logs" -> new ContainerLogs(globals);
            case "start" -> new ContainerStart(globals);
            case "stop" -> new ContainerStop(globals);
            case "restart" -> new ContainerRestart(globals);
            case "kill" -> new ContainerKill(globals);
            case "pause" -> new ContainerPause(globals);
            case "unpause" -> new ContainerUnpause(globals);
            case "wait" -> new ContainerWait(globals);
            case "rename" -> new ContainerRename(globals);
            case "rm" -> new ContainerRm(globals);
            case "prune" -> new ContainerPrune(globals);
            case "ls" -> new ContainerLs(globals);
            case "inspect" -> new ContainerInspect(globals);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Object image(String name) {
        return switch (name) {
            case "ls" -> new ImageLs(globals);
            case "pull" -> new ImagePull(globals);
            case "inspect" -> new ImageInspect(globals);
            case "rm" -> new ImageRm(globals);
            case "prune" -> new ImagePrune(globals);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private CommandLine group(Object group, List<String> names) {
        var line = new CommandLine(group);
        named(names).forEach(name -> line.addSubcommand(name, leaf(group, name)));
        return line;
    }

    private Collection<String> named(List<String> names) {
        var named = names.stream().filter(arguments::contains).toList();
        return named.isEmpty() ? names : named;
    }

    @Command(
            name = "node",
            description = "Manage the nodes of the herd.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class NodeGroup {}

    @Command(
            name = "container",
            description = "Manage containers on any node.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class ContainerGroup {}

    @Command(
            name = "image",
            description = "Manage images on all nodes.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class ImageGroup {}

    @Command(
            name = "template",
            description = "See the templates for containers.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class TemplateGroup {}

    @Command(
            name = "key",
            description = "Manage the herd's key.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class KeyGroup {}
}
