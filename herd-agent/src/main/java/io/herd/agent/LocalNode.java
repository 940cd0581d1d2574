package io.herd.agent;

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
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.action.Result.Match;
import io.herd.action.Result.Quality;
import io.herd.api.ApiRequest;
import io.herd.api.Routes;
import io.herd.cluster.Handler;
import io.herd.concurrent.Parallel;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.Examination;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Carries out {@link Action}s with this host's Docker daemon. Thread-safe. */
public final class LocalNode implements Handler {

    private static final int FULL_ID = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,%d}".formatted(FULL_ID));

    // The daemon's state must be known soon, even when it hangs; everything else may take as long
    // as the asker waits.
    private static final Duration PATIENCE_FOR_STATE = Duration.ofSeconds(2);

    private final NodeName name;
    private final Engine engine;
    private final NodeState notes;
    private final DaemonInfoCache counts;
    private final CreationsUnderWay creations = new CreationsUnderWay();

    /** Creates one that follows no events, so that it asks its daemon each time. */
    public LocalNode(NodeName name, Engine engine) {
        this(name, engine, Map.of());
    }

    /** The same with labels of its own; labels noted with the daemon take precedence. */
    public LocalNode(NodeName name, Engine engine, Map<String, String> labels) {
        this(name, engine, labels, new DaemonInfoCache(engine));
    }

    LocalNode(NodeName name, Engine engine, Map<String, String> labels, DaemonInfoCache counts) {
        this.name = name;
        this.engine = engine;
        this.notes = new NodeState(engine, labels);
        this.counts = counts;
    }

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        try {
            return new Outcome.Done(result(action, deadline.heard()));
        } catch (EngineException e) {
            return new Outcome.Failed(e.failure());
        } catch (RefusedException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Result result(Action action, Deadline deadline)
            throws EngineException, RefusedException {
        return switch (action) {
            case NodeAction on -> result(on, deadline);
            case ContainerAction on -> result(on, deadline);
            case ImageAction on -> result(on, deadline);
            case ResourceAction on -> result(on, deadline);
            case OnBehalf(_, var then) -> result(then, deadline);
        };
    }

    private Result result(NodeAction action, Deadline deadline)
            throws EngineException, RefusedException {
        return switch (action) {
            case DescribeNode _ -> new Result.Described(describe(deadline));
            case ExamineNode _ -> new Result.Examined(examine(deadline));
            case TellTime _ -> new Result.Time(Instant.now());
            // MembershipHandler does these, where a herd is.
            case ListGone _, Leave _ -> throw new RefusedException("this agent is in no herd");
            case ForgetGone _ -> new Result.Nothing();
            case IfRegistered(var then) ->
                    switch (notes.pool(deadline)) {
                        case REGISTERED -> result(then, deadline);
                        case UNREGISTERED -> new Result.LeftOut();
                    };
            case SetPool(var pool) -> done(() -> notes.setPool(pool, deadline));
            case UpdateLabels(var add, var remove) ->
                    done(() -> notes.updateLabels(add, remove, deadline));
            case CallDaemon(var request) -> called(request, deadline);
            case DescribeDaemon _ -> new Result.Document(engine.info(deadline));
            case MeasureDisk _ -> new Result.Document(engine.diskUsage(deadline));
            case PruneBuilds(boolean all, var filters) ->
                    new Result.Document(engine.pruneBuilds(all, filters, deadline));
        };
    }

    private Result result(ContainerAction action, Deadline deadline)
            throws EngineException, RefusedException {
        return switch (action) {
            case ListContainers(boolean all, boolean size, var filters, boolean settled) -> {
                if (settled) {
                    creations.awaitEnd(deadline);
                }
                yield new Result.Document(engine.containers(all, size, filters, deadline));
            }
            case FindContainers(String reference) -> new Result.Matches(find(reference, deadline));
            case InspectContainer(String id, boolean size) ->
                    new Result.Document(engine.inspect(id, size, deadline));
            case CreateContainer create -> creations.during(() -> create(create, deadline));
            case StartContainer(String id) -> done(() -> engine.start(id, deadline));
            case StopContainer(String id, var grace, var signal) ->
                    done(() -> engine.stop(id, grace, signal, deadline));
            case RestartContainer(String id, var grace, var signal) ->
                    done(() -> engine.restart(id, grace, signal, deadline));
            case KillContainer(String id, var signal) ->
                    done(() -> engine.kill(id, signal, deadline));
            case PauseContainer(String id) -> done(() -> engine.pause(id, deadline));
            case UnpauseContainer(String id) -> done(() -> engine.unpause(id, deadline));
            case TopContainer(String id, var arguments) ->
                    new Result.Document(engine.top(id, arguments, deadline));
            case StartExec(var command) -> done(() -> engine.exec(command, deadline));
            case StatPath(String id, String path) ->
                    new Result.Document(engine.stat(id, path, deadline));
            case RenameContainer(String id, String to) ->
                    done(() -> engine.rename(id, to, deadline));
            case RemoveContainer(String id, boolean force, boolean volumes) ->
                    done(() -> engine.remove(id, force, volumes, deadline));
            case PruneContainers(var filters) ->
                    changed(new Result.Document(engine.prune(filters, deadline)));
            case DiffContainer(String id) -> new Result.Document(engine.diff(id, deadline));
            case CommitContainer(String id, var options) ->
                    changed(new Result.Document(engine.commit(id, options, deadline)));
            case UpdateContainer(String id, var body) ->
                    new Result.Document(engine.update(id, body, deadline));
        };
    }

    private Result result(ImageAction action, Deadline deadline)
            throws EngineException, RefusedException {
        var images = engine.images();
        return switch (action) {
            case ListImages(boolean all, var filters) ->
                    new Result.Document(images.list(all, filters, deadline));
            case InspectImage(String reference) ->
                    new Result.Document(images.inspect(reference, deadline));
            case PullImage(String reference, var login) ->
                    changed(new Result.Document(images.pull(reference, login, deadline)));
            case RemoveImage(String reference, boolean force) ->
                    changed(new Result.Document(images.remove(reference, force, deadline)));
            case PruneImages(boolean all, var filters) ->
                    changed(new Result.Document(images.prune(all, filters, deadline)));
            case TagImage(String reference, String repository, String tag) ->
                    done(() -> images.tag(reference, repository, tag, deadline));
            case PushImage(String repository, String tag, var login) ->
                    new Result.Document(images.push(repository, tag, login, deadline));
            case ImageHistory(String reference) ->
                    new Result.Document(images.history(reference, deadline));
        };
    }

    private Result result(ResourceAction action, Deadline deadline)
            throws EngineException, RefusedException {
        var resources = engine.resources();
        return switch (action) {
            case ListResources(var kind, var filters) ->
                    new Result.Document(resources.list(kind, filters, deadline));
            case InspectResource(var kind, String called) ->
                    new Result.Document(resources.inspect(kind, called, deadline));
            case CreateResource(var kind, var body) ->
                    new Result.Document(resources.create(kind, body, deadline));
            case RemoveResource(var kind, String called, boolean force) ->
                    done(() -> resources.remove(kind, called, force, deadline));
            case PruneResources(var kind, boolean all, var filters) ->
                    new Result.Document(resources.prune(kind, all, filters, deadline));
            case ConnectNetwork(String network, var body) ->
                    done(() -> resources.connect(network, body, deadline));
            case DisconnectNetwork(String network, String id, boolean force) ->
                    done(() -> resources.disconnect(network, id, force, deadline));
        };
    }

    private Result called(ApiRequest request, Deadline deadline) throws EngineException {
        var response = engine.call(request, deadline);
        if (Routes.of(request).route().changes()) {
            counts.changed();
        }
        return new Result.Replied(response);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws EngineException, RefusedException;
    }

    private Result done(Step step) throws EngineException, RefusedException {
        step.take();
        return changed(new Result.Nothing());
    }

    // Whoever gets this result may ask for the counts at once, before the daemon's event comes.
    private Result changed(Result result) {
        counts.changed();
        return result;
    }

    private NodeInfo describe(Deadline deadline) {
        var soon = deadline.within(PATIENCE_FOR_STATE);
        DaemonState daemon;
        try {
            daemon = counts.describe(soon);
        } catch (EngineException e) {
            daemon = new DaemonState.Down(e.failure().message());
        }
        return new NodeInfo(name, notes.pool(soon), notes.labels(soon), Version.CURRENT, daemon);
    }

    // The way to other nodes is not known here: ConnectivityProbe adds it.
    private Examination examine(Deadline deadline) {
        var soon = deadline.within(PATIENCE_FOR_STATE);
        DaemonProfile profile;
        try {
            profile = engine.profile(soon);
        } catch (EngineException e) {
            // The node's description, asked for below, says why.
            profile = DaemonProfile.UNKNOWN;
        }
        return new Examination(describe(deadline), "", profile, List.of(), List.of());
    }

    private List<Match> find(String reference, Deadline deadline) throws EngineException {
        Lookup byName =
                () -> matches(engine.findByName(reference, deadline).stream(), Quality.NAME);
        if (!ID.matcher(reference).matches()) {
            return byName.matches();
        }
        Lookup byId = () -> matches(engine.findById(reference, deadline).stream(), byId(reference));
        if (reference.length() == FULL_ID) {
            // It wins over any name.
            var found = byId.matches();
            return found.isEmpty() ? byName.matches() : found;
        }
        var ways = List.of(byName, byId);
        return Parallel.map(ways, Lookup::matches).stream().flatMap(List::stream).toList();
    }

    @FunctionalInterface
    private interface Lookup {
        List<Match> matches() throws EngineException;
    }

    private static Quality byId(String reference) {
        return reference.length() == FULL_ID ? Quality.FULL_ID : Quality.ID_PREFIX;
    }

    private static List<Match> matches(Stream<Engine.Found> found, Quality quality) {
        return found.map(it -> new Match(it.id(), it.name(), quality)).toList();
    }

    private Result create(CreateContainer create, Deadline deadline) throws EngineException {
        var made = engine.create(create.name(), create.body(), deadline);
        return changed(
                new Result.Created(
                        made.id(),
                        made.warnings(),
                        create.start() ? start(made.id(), deadline) : Optional.empty()));
    }

    // The container exists even if its start fails, and the asker must be told of it.
    private Optional<Failure> start(String id, Deadline deadline) {
        try {
            engine.start(id, deadline);
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e.failure());
        }
    }
}
