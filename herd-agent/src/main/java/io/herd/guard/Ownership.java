package io.herd.guard;

import io.herd.action.Failure.Kind;
import io.herd.api.ApiRequest;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ApiForm;
import io.herd.json.docker.ContainerJson;
import io.herd.json.docker.OwnerLabel;
import io.herd.json.docker.ResourceJson;
import io.herd.model.Deadline;
import io.herd.model.ResourceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose the containers, volumes and networks of a daemon are. It is asked each time. */
record Ownership(Engine engine) {

    private static final String NOBODY_KNOWS = "the daemon's answer does not say whose it is: ";

    /** A volume or network. */
    record Owned(String id, Optional<String> owner) {}

    Optional<String> ofContainer(String id, Deadline deadline) throws EngineException {
        var description = engine.inspect(id, deadline);
        return read(() -> OwnerLabel.ofContainer(description));
    }

    Set<String> containersOf(String owner, Deadline deadline) throws EngineException {
        var list = engine.containers(true, false, OwnerLabel.filter(Map.of(), owner), deadline);
        return read(() -> Set.copyOf(ContainerJson.ids(list)));
    }

    Owned of(ResourceKind kind, String name, Deadline deadline) throws EngineException {
        var description = engine.resources().inspect(kind, name, deadline);
        return read(() ->
                new Owned(ResourceJson.id(kind, description), OwnerLabel.ofResource(description)));
    }

    /** The full id of the container that a command was started in. */
    String containerOf(String exec, Deadline deadline) throws EngineException {
        var path = "/exec/%s/json".formatted(ApiRequest.encoded(exec));
        var response = engine.call(ApiRequest.get(path, ""), deadline);
        if (!response.ok()) {
            throw new EngineException(Kind.NOT_FOUND, "No such exec instance: " + exec);
        }
        return read(() -> ApiForm.containerOf(response.body()));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws UnexpectedJsonException;
    }

    // What cannot be read is not allowed.
    private static <T> T read(Reading<T> reading) throws EngineException {
        try {
            return reading.read();
        } catch (UnexpectedJsonException e) {
            throw new EngineException(Kind.DAEMON_ERROR, NOBODY_KNOWS + e.getMessage(), e);
        }
    }
}
