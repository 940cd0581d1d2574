package io.herd.gateway;

import io.herd.action.Action;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.json.dockermod.DockerModRequest;
import io.herd.json.dockermod.DockerModRequest.Create;
import io.herd.json.dockermod.DockerModRequest.Delete;
import io.herd.json.dockermod.DockerModRequest.Inspect;
import io.herd.json.dockermod.DockerModRequest.ListContainers;
import io.herd.json.dockermod.DockerModRequest.ListImages;
import io.herd.json.dockermod.DockerModRequest.Register;
import io.herd.json.dockermod.DockerModRequest.Restart;
import io.herd.json.dockermod.DockerModRequest.Start;
import io.herd.json.dockermod.DockerModRequest.Stop;
import io.herd.json.dockermod.DockerModRequest.Unregister;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Carries out DockerMod requests through the herd facade, and returns their JSON answers. */
final class Actions {

    // A daemon waits 10 s for a container to stop before it kills it; this allows a little more.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final CreateHandler creating;
    private final ContainerHandler container;
    private final ListHandler listing;
    private final PoolHandler pooling;

    Actions(Herd herd, NodeName self, CreateHandler creating) {
        this.creating = creating;
        this.container = new ContainerHandler(herd);
        this.listing = new ListHandler(herd, self);
        this.pooling = new PoolHandler(herd);
    }

    RawJson answer(DockerModRequest request) throws ProblemException {
        try {
            return ask(request);
        } catch (NoSuchNodeException e) {
            throw new ProblemException(Statuses.NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    private RawJson ask(DockerModRequest request) throws ProblemException, NoSuchNodeException {
        return switch (request) {
            case Create create -> creating.answer(create);
            case Start(String id) ->
                    container.answer(id, Action.StartContainer::new, Duration.ZERO);
            case Stop(String id) ->
                    container.answer(
                            id, full -> new Action.StopContainer(full, Optional.empty()), GRACE);
            case Restart(String id) ->
                    container.answer(
                            id, full -> new Action.RestartContainer(full, Optional.empty()), GRACE);
            case Delete(String id) ->
                    container.answer(
                            id,
                            full -> new Action.RemoveContainer(full, false, false),
                            Duration.ZERO);
            case Inspect(String id) ->
                    container.answer(id, Action.InspectContainer::new, Duration.ZERO);
            case ListContainers(boolean all) ->
                    list(all, new Action.ListContainers(true), "containers");
            case ListImages(boolean all) ->
                    list(all, new Action.ListImages(false, Map.of()), "images");
            case Register(String node) -> pooling.move(node, Pool.REGISTERED);
            case Unregister(String node) -> pooling.move(node, Pool.UNREGISTERED);
        };
    }

    private RawJson list(boolean all, Action action, String key)
            throws ProblemException, NoSuchNodeException {
        return all ? listing.all(action, key) : listing.own(action);
    }
}
