package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.api.ApiVersion;
import io.herd.engine.EngineException;
import io.herd.engine.Resources;
import io.herd.json.docker.ResourceJson;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Resources} over the Docker API. Thread-safe. */
final class DockerResources implements Resources {

    // Since then a prune of volumes leaves those that have a name, unless it is told "all".
    private static final ApiVersion ANONYMOUS_ONLY = new ApiVersion(1, 42);

    private final DockerClient daemon;

    DockerResources(DockerClient daemon) {
        this.daemon = daemon;
    }

    @Override
    public RawJson list(ResourceKind kind, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.get(all(kind) + Call.filters(filters)), deadline);
    }

    @Override
    public RawJson inspect(ResourceKind kind, String name, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.get(one(kind, name)), deadline);
    }

    @Override
    public RawJson create(ResourceKind kind, RawJson body, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.post(all(kind) + "/create", body), deadline);
    }

    @Override
    public void remove(ResourceKind kind, String name, boolean force, Deadline deadline)
            throws EngineException {
        var query =
                switch (kind) {
                    case VOLUME -> "?force=" + force;
                    case NETWORK -> "";
                };
        var _ = daemon.call(Call.delete(one(kind, name) + query), deadline);
    }

    @Override
    public RawJson prune(
            ResourceKind kind, boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        return switch (kind) {
            case VOLUME -> pruneVolumes(all, filters, deadline);
            case NETWORK -> pruneAll(kind, filters, deadline);
        };
    }

    private RawJson pruneVolumes(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        boolean spares = daemon.apiVersion(deadline).compareTo(ANONYMOUS_ONLY) >= 0;
        if (!all) {
            if (!spares) {
                throw daemon.unusable(
                        "is too old (it takes Docker 23) to leave volumes that have a name: "
                                + "'herd volume prune --all' removes those, too");
            }
            return pruneAll(ResourceKind.VOLUME, filters, deadline);
        }
        var asked = new LinkedHashMap<>(filters);
        if (spares) {
            asked.put("all", List.of("true"));
        }
        // herd's own notes are volumes that no container uses.
        if (asked.putIfAbsent("label!", List.of(DockerNotes.NUMBER)) == null) {
            return pruneAll(ResourceKind.VOLUME, asked, deadline);
        }
        var notes = new DockerNotes(daemon);
        // Two such filters would let through what has one of both labels.
        var kept = notes.read(deadline);
        var pruned = pruneAll(ResourceKind.VOLUME, asked, deadline);
        if (!notes.read(deadline).equals(kept)) {
            notes.write(kept, deadline);
        }
        return pruned;
    }

    private RawJson pruneAll(
            ResourceKind kind, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.post(all(kind) + "/prune" + Call.filters(filters)), deadline);
    }

    @Override
    public void connect(String network, RawJson body, Deadline deadline) throws EngineException {
        var path = one(ResourceKind.NETWORK, network) + "/connect";
        var _ = daemon.call(Call.post(path, body), deadline);
    }

    @Override
    public void disconnect(String network, String id, boolean force, Deadline deadline)
            throws EngineException {
        var path = one(ResourceKind.NETWORK, network) + "/disconnect";
        var _ = daemon.call(Call.post(path, ResourceJson.disconnection(id, force)), deadline);
    }

    private static String all(ResourceKind kind) {
        return "/" + kind.word() + "s";
    }

    // It must not lead to another API path: see DockerEngine.
    private static String one(ResourceKind kind, String name) throws EngineException {
        if (!name.matches("[^/%?#\\p{Cntrl}]+") || name.matches("\\.{1,2}|create|prune")) {
            throw new EngineException(
                    Kind.NOT_FOUND,
                    switch (kind) {
                        case VOLUME -> "get %s: no such volume".formatted(name);
                        case NETWORK -> "network %s not found".formatted(name);
                    });
        }
        return all(kind) + "/" + Call.encoded(name);
    }
}
