package io.herd.audit;

import io.herd.action.Action;
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
import io.herd.action.Action.OnBehalf;
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
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.SaveImages;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import java.util.Optional;

/**
 * What an action or a stream changes. It names nothing that may be secret: no variables, commands,
 * logins or bodies.
 *
 * @param action in docker's words, such as {@code container.create}
 * @param object what it is done to, by id or name; empty if it is a container that has no name yet,
 *     or all that fit
 */
record Change(String action, String object) {

    /** What an action changes; empty for one that only asks. */
    static Optional<Change> of(Action action) {
        return switch (action) {
            case OnBehalf(_, var then) -> of(then);
            case NodeAction on -> of(on);
            case ContainerAction on -> of(on);
            case ImageAction on -> of(on);
            case ResourceAction on -> of(on);
        };
    }

    private static Optional<Change> of(NodeAction action) {
        return switch (action) {
            case DescribeNode _,
                    ExamineNode _,
                    ListGone _,
                    TellTime _,
                    DescribeDaemon _,
                    MeasureDisk _ ->
                    Optional.empty();
            case IfRegistered(var then) -> of(then);
            case ForgetGone(var node) -> some("node.forget", node.value());
            // Agents tell each other.
            case Leave _ -> Optional.empty();
            case SetPool(var pool) ->
                    switch (pool) {
                        case REGISTERED -> some("node.register", "");
                        case UNREGISTERED -> some("node.unregister", "");
                    };
            case UpdateLabels _ -> some("node.update", "");
            case PruneBuilds _ -> some("builder.prune", "");
        };
    }

    private static Optional<Change> of(ContainerAction action) {
        return switch (action) {
            case ListContainers _,
                    FindContainers _,
                    InspectContainer _,
                    TopContainer _,
                    StatPath _,
                    DiffContainer _ ->
                    Optional.empty();
            case CreateContainer(var name, _, boolean start) ->
                    some(start ? "container.run" : "container.create", name.orElse(""));
            case StartContainer(String id) -> some("container.start", id);
            case StopContainer(String id, _, _) -> some("container.stop", id);
            case RestartContainer(String id, _, _) -> some("container.restart", id);
            case KillContainer(String id, _) -> some("container.kill", id);
            case PauseContainer(String id) -> some("container.pause", id);
            case UnpauseContainer(String id) -> some("container.unpause", id);
            case StartExec(var command) -> some("container.exec", command.id());
            case RenameContainer(String id, _) -> some("container.rename", id);
            case RemoveContainer(String id, _, _) -> some("container.rm", id);
            case PruneContainers _ -> some("container.prune", "");
            case CommitContainer(String id, _) -> some("container.commit", id);
            case UpdateContainer(String id, _) -> some("container.update", id);
        };
    }

    private static Optional<Change> of(ImageAction action) {
        return switch (action) {
            case ListImages _, InspectImage _, ImageHistory _ -> Optional.empty();
            case PullImage(String reference, _) -> some("image.pull", reference);
            case PushImage(String repository, String tag, _) ->
                    some("image.push", repository + ":" + tag);
            case RemoveImage(String reference, _) -> some("image.rm", reference);
            case PruneImages _ -> some("image.prune", "");
            case TagImage(String reference, _, _) -> some("image.tag", reference);
        };
    }

    private static Optional<Change> of(ResourceAction action) {
        return switch (action) {
            case ListResources _, InspectResource _ -> Optional.empty();
            case CreateResource(var kind, _) -> some(kind.word() + ".create", "");
            case RemoveResource(var kind, String name, _) -> some(kind.word() + ".rm", name);
            case PruneResources(var kind, _, _) -> some(kind.word() + ".prune", "");
            case ConnectNetwork(String network, _) -> some("network.connect", network);
            case DisconnectNetwork(String network, _, _) -> some("network.disconnect", network);
        };
    }

    /** What a stream changes; empty for one that only shows. */
    static Optional<Change> of(Streaming what) {
        return switch (what) {
            case Streaming.OnBehalf(_, var then) -> of(then);
            case Logs _, Wait _, Events _, Stats _, CopyOut _, ExportContainer _, SaveImages _ ->
                    Optional.empty();
            case Exec exec -> some("container.exec", exec.id());
            case Attach(String id, _, _) -> some("container.attach", id);
            case CopyIn(String id, _, _) -> some("container.cp", id);
            case LoadImages _ -> some("image.load", "");
        };
    }

    private static Optional<Change> some(String action, String object) {
        return Optional.of(new Change(action, object));
    }
}
