package io.herd.policy;

import io.herd.action.Action;
import io.herd.action.Action.CallDaemon;
import io.herd.action.Action.CommitContainer;
import io.herd.action.Action.ConnectNetwork;
import io.herd.action.Action.ContainerAction;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.CreateResource;
import io.herd.action.Action.DescribeDaemon;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.DiffContainer;
import io.herd.action.Action.DisconnectNetwork;
import io.herd.action.Action.ExamineNode;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.ForgetGone;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Action.ImageAction;
import io.herd.action.Action.ImageHistory;
import io.herd.action.Action.InspectContainer;
import io.herd.action.Action.InspectImage;
import io.herd.action.Action.InspectResource;
import io.herd.action.Action.KillContainer;
import io.herd.action.Action.Leave;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.ListGone;
import io.herd.action.Action.ListImages;
import io.herd.action.Action.ListResources;
import io.herd.action.Action.MeasureDisk;
import io.herd.action.Action.NodeAction;
import io.herd.action.Action.PauseContainer;
import io.herd.action.Action.PruneBuilds;
import io.herd.action.Action.PruneContainers;
import io.herd.action.Action.PruneImages;
import io.herd.action.Action.PruneResources;
import io.herd.action.Action.PullImage;
import io.herd.action.Action.PushImage;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Action.RemoveImage;
import io.herd.action.Action.RemoveResource;
import io.herd.action.Action.RenameContainer;
import io.herd.action.Action.ResourceAction;
import io.herd.action.Action.RestartContainer;
import io.herd.action.Action.SetPool;
import io.herd.action.Action.StartContainer;
import io.herd.action.Action.StartExec;
import io.herd.action.Action.StatPath;
import io.herd.action.Action.StopContainer;
import io.herd.action.Action.TagImage;
import io.herd.action.Action.TellTime;
import io.herd.action.Action.TopContainer;
import io.herd.action.Action.UnpauseContainer;
import io.herd.action.Action.UpdateContainer;
import io.herd.action.Action.UpdateLabels;
import io.herd.action.Streaming;
import io.herd.action.Streaming.Attach;
import io.herd.action.Streaming.CopyIn;
import io.herd.action.Streaming.CopyOut;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.ExportContainer;
import io.herd.action.Streaming.FetchImage;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.Relay;
import io.herd.action.Streaming.SaveImages;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import io.herd.model.ResourceKind;
import java.util.List;

/**
 * What an action or a stream does, for policies and the audit. It names nothing that may be secret:
 * no variables, commands or logins.
 *
 * @param word in docker's words, such as {@code container.create}; empty for what agents do by
 *     themselves
 * @param changes whether it changes something; otherwise it only asks
 * @param <T> an action or a stream
 */
public record Operation<T>(String word, boolean changes, Affected<T> on) {

    /** All words there are. */
    public static final List<String> WORDS =
            List.of(
                    "builder.prune",
                    "container.attach",
                    "container.commit",
                    "container.cp",
                    "container.create",
                    "container.diff",
                    "container.exec",
                    "container.export",
                    "container.inspect",
                    "container.kill",
                    "container.logs",
                    "container.ls",
                    "container.pause",
                    "container.prune",
                    "container.rename",
                    "container.restart",
                    "container.rm",
                    "container.run",
                    "container.start",
                    "container.stats",
                    "container.stop",
                    "container.top",
                    "container.unpause",
                    "container.update",
                    "container.wait",
                    "docker.api",
                    "image.build",
                    "image.history",
                    "image.inspect",
                    "image.load",
                    "image.ls",
                    "image.prune",
                    "image.pull",
                    "image.push",
                    "image.rm",
                    "image.save",
                    "image.search",
                    "image.tag",
                    "network.connect",
                    "network.create",
                    "network.disconnect",
                    "network.inspect",
                    "network.ls",
                    "network.prune",
                    "network.rm",
                    "node.forget",
                    "node.inspect",
                    "node.register",
                    "node.unregister",
                    "node.update",
                    "plugin.ls",
                    "plugin.update",
                    "system.df",
                    "system.events",
                    "system.info",
                    "volume.create",
                    "volume.inspect",
                    "volume.ls",
                    "volume.prune",
                    "volume.rm",
                    "volume.update");

    /** Whether a word or a pattern fits any. */
    public static boolean isKnown(String pattern) {
        return WORDS.stream().anyMatch(word -> Patterns.fits(List.of(pattern), word));
    }

    /** What an action does. */
    public static Operation<Action> of(Action action) {
        return switch (action) {
            case Action.OnBehalf(_, var then) -> of(then);
            case NodeAction on -> of(on);
            case ContainerAction on -> of(on);
            case ImageAction on -> of(on);
            case ResourceAction on -> of(on);
        };
    }

    private static Operation<Action> of(NodeAction action) {
        return switch (action) {
            case DescribeNode _, ExamineNode _, ListGone _, TellTime _ ->
                    question("node.inspect", new Affected.Nothing<>());
            case DescribeDaemon _ -> question("system.info", Affected.Node.itself());
            case MeasureDisk _ -> question("system.df", Affected.Node.itself());
            case IfRegistered(var then) -> of(then);
            case CallDaemon(var request) -> ApiOperation.of(request, CallDaemon::new);
            case ForgetGone(var node) -> change("node.forget", new Affected.Node<>(node.value()));
            case Leave _ -> question("", new Affected.Herd<>());
            case SetPool(var pool) ->
                    switch (pool) {
                        case REGISTERED -> change("node.register", Affected.Node.itself());
                        case UNREGISTERED -> change("node.unregister", Affected.Node.itself());
                    };
            case UpdateLabels _ -> change("node.update", Affected.Node.itself());
            case PruneBuilds _ -> change("builder.prune", Affected.Node.itself());
        };
    }

    private static Operation<Action> of(ContainerAction action) {
        return switch (action) {
            case ListContainers(boolean all, boolean size, var filters, boolean settled) ->
                    question(
                            "container.ls",
                            new Affected.Filtered<>(
                                    filters,
                                    other -> new ListContainers(all, size, other, settled)));
            case FindContainers _ -> question("container.ls", new Affected.Matching<>());
            case InspectContainer(String id, _) -> question("container.inspect", container(id));
            case TopContainer(String id, _) -> question("container.top", container(id));
            case StatPath(String id, _) -> question("container.cp", container(id));
            case DiffContainer(String id) -> question("container.diff", container(id));
            case CreateContainer(var name, var form, boolean start) ->
                    change(
                            start ? "container.run" : "container.create",
                            new Affected.NewContainer<>(
                                    name, form, other -> new CreateContainer(name, other, start)));
            case StartContainer(String id) -> change("container.start", container(id));
            case StopContainer(String id, _, _) -> change("container.stop", container(id));
            case RestartContainer(String id, _, _) -> change("container.restart", container(id));
            case KillContainer(String id, _) -> change("container.kill", container(id));
            case PauseContainer(String id) -> change("container.pause", container(id));
            case UnpauseContainer(String id) -> change("container.unpause", container(id));
            case StartExec(var command) -> change("container.exec", command(command));
            case RenameContainer(String id, _) -> change("container.rename", container(id));
            case RemoveContainer(String id, _, _) -> change("container.rm", container(id));
            case PruneContainers(var filters) ->
                    change(
                            "container.prune",
                            new Affected.Filtered<>(filters, PruneContainers::new));
            case CommitContainer(String id, _) -> change("container.commit", container(id));
            case UpdateContainer(String id, var form) ->
                    change(
                            "container.update",
                            new Affected.Resources<>(
                                    id, form, other -> new UpdateContainer(id, other)));
        };
    }

    private static Operation<Action> of(ImageAction action) {
        return switch (action) {
            case ListImages _ -> question("image.ls", Affected.Node.itself());
            case InspectImage(String reference) ->
                    question("image.inspect", new Affected.Node<>(reference));
            case ImageHistory(String reference) ->
                    question("image.history", new Affected.Node<>(reference));
            case PullImage(String reference, _) -> change("image.pull", image(reference));
            case PushImage(String repository, String tag, _) ->
                    change("image.push", image(repository + ":" + tag));
            case RemoveImage(String reference, _) -> change("image.rm", image(reference));
            case PruneImages _ -> change("image.prune", Affected.Node.itself());
            case TagImage(String reference, String repository, String tag) ->
                    change("image.tag", images(List.of(reference, repository + ":" + tag)));
        };
    }

    private static Operation<Action> of(ResourceAction action) {
        return switch (action) {
            case ListResources(var kind, var filters) ->
                    question(
                            kind.word() + ".ls",
                            new Affected.Filtered<>(
                                    filters, other -> new ListResources(kind, other)));
            case InspectResource(var kind, String name) ->
                    question(
                            kind.word() + ".inspect",
                            new Affected.Resource<>(
                                    kind, name, other -> new InspectResource(kind, other)));
            case CreateResource(var kind, var form) ->
                    change(
                            kind.word() + ".create",
                            new Affected.NewResource<>(
                                    kind, form, other -> new CreateResource(kind, other)));
            case RemoveResource(var kind, String name, boolean force) ->
                    change(
                            kind.word() + ".rm",
                            new Affected.Resource<>(
                                    kind, name, other -> new RemoveResource(kind, other, force)));
            case PruneResources(var kind, boolean all, var filters) ->
                    change(
                            kind.word() + ".prune",
                            new Affected.Filtered<>(
                                    filters, other -> new PruneResources(kind, all, other)));
            case ConnectNetwork(String network, var form) ->
                    change(
                            ResourceKind.NETWORK.word() + ".connect",
                            new Affected.Connected<>(network, form, ConnectNetwork::new));
            case DisconnectNetwork(String network, String id, _) ->
                    change(
                            ResourceKind.NETWORK.word() + ".disconnect",
                            new Affected.Disconnected<>(network, id));
        };
    }

    /** What a stream does. */
    public static Operation<Streaming> of(Streaming what) {
        return switch (what) {
            case Streaming.OnBehalf(_, var then) -> of(then);
            case Logs logs -> question("container.logs", container(logs.id()));
            case Wait(String id) -> question("container.wait", container(id));
            case Events(var since, var until, var filters) ->
                    question(
                            "system.events",
                            new Affected.Filtered<>(
                                    filters, other -> new Events(since, until, other)));
            case Stats(var ids, boolean follow, var filters) ->
                    question(
                            "container.stats",
                            ids.isEmpty()
                                    ? new Affected.Filtered<>(
                                            filters, other -> new Stats(List.of(), follow, other))
                                    : new Affected.Containers<>(ids));
            case CopyOut(String id, _) -> question("container.cp", container(id));
            case ExportContainer(String id) -> question("container.export", container(id));
            case SaveImages(var references, _) -> question("image.save", images(references));
            case Exec exec -> change("container.exec", command(exec));
            case Attach(String id, _, _) -> change("container.attach", container(id));
            case CopyIn(String id, _, _) -> change("container.cp", container(id));
            case LoadImages _ -> change("image.load", Affected.Node.itself());
            // As from a registry: what others' daemons have, whoever may use them can run.
            case FetchImage(String reference, _, _) -> change("image.pull", image(reference));
            case Relay(var request) -> ApiOperation.of(request, Relay::new);
        };
    }

    private static <T> Affected<T> container(String id) {
        return Affected.Containers.one(id);
    }

    private static <T> Affected<T> image(String reference) {
        return images(List.of(reference));
    }

    private static <T> Affected<T> images(List<String> references) {
        return new Affected.Images<>(references);
    }

    private static <T> Affected<T> command(Exec exec) {
        return new Affected.Command<>(exec.id(), exec.user().isPresent(), exec.privileged());
    }

    private static <T> Operation<T> change(String word, Affected<T> on) {
        return new Operation<>(word, true, on);
    }

    private static <T> Operation<T> question(String word, Affected<T> on) {
        return new Operation<>(word, false, on);
    }

    /**
     * To what it is done, by id or name; empty if it has no name yet, or it is done to all that
     * fit.
     */
    public String object() {
        return switch (on) {
            case Affected.Nothing<T> _,
                    Affected.Root<T> _,
                    Affected.Herd<T> _,
                    Affected.Matching<T> _,
                    Affected.Filtered<T> _,
                    Affected.NewResource<T> _ ->
                    "";
            case Affected.Node<T>(String name) -> name;
            case Affected.Images<T>(var references) -> String.join(" ", references);
            case Affected.Containers<T>(var ids) -> String.join(" ", ids);
            case Affected.Command<T>(String id, _, _) -> id;
            case Affected.Started<T>(String id) -> id;
            case Affected.Resources<T>(String id, _, _) -> id;
            case Affected.NewContainer<T>(var name, _, _) -> name.orElse("");
            case Affected.Resource<T>(_, String name, _) -> name;
            case Affected.Connected<T>(String network, _, _) -> network;
            case Affected.Disconnected<T>(String network, _) -> network;
        };
    }
}
