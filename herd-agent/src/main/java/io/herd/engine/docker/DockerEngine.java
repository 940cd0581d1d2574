package io.herd.engine.docker;

import io.herd.action.Failure;
import io.herd.action.Streaming;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.ApiVersion;
import io.herd.concurrent.Parallel;
import io.herd.engine.DaemonStream;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.engine.Events;
import io.herd.engine.Images;
import io.herd.engine.Resources;
import io.herd.engine.docker.http.Endpoint;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.DockerJson.Listed;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * {@link Engine} over the HTTP API of the Docker daemon at an endpoint. Connects only when called;
 * the daemon may go away and come back, even as another version, between two calls. Thread-safe.
 */
public final class DockerEngine implements Engine {

    /** Hex digits of a full id. */
    private static final int ID_LENGTH = 64;

    static final String FULL_ID = "[0-9a-f]{" + ID_LENGTH + "}";

    private static final ApiVersion STOP_SIGNAL = new ApiVersion(1, 42);

    private final DockerClient daemon;

    private DockerEngine(Endpoint endpoint) {
        daemon = new DockerClient(endpoint);
    }

    /**
     * @param endpoint {@code unix:///PATH} or {@code tcp://HOST:PORT}
     * @throws IllegalArgumentException naming the value and these forms, when it has neither
     */
    public static DockerEngine at(String endpoint) {
        return new DockerEngine(Endpoint.parse(endpoint));
    }

    @Override
    public DaemonState.Up describe(Deadline deadline) throws EngineException {
        var info = daemon.document(Call.get("/info"), deadline);
        var version = daemon.apiVersion(deadline).toString();
        return daemon.read(() -> DockerJson.info(info, version));
    }

    @Override
    public DaemonProfile profile(Deadline deadline) throws EngineException {
        var version = daemon.document(Call.get("/version"), deadline);
        var networks =
                daemon.document(
                        Call.get("/networks?filters=" + filter("driver", "bridge")), deadline);
        return daemon.read(() -> DockerJson.profile(version, networks));
    }

    @Override
    public void ping(Deadline deadline) throws EngineException {
        var _ = daemon.call(Call.get("/_ping"), deadline);
    }

    @Override
    public Events events(
            Optional<Instant> since,
            Optional<Instant> until,
            Map<String, List<String>> filters,
            Deadline deadline)
            throws EngineException {
        return DockerEvents.open(daemon, since, until, filters, deadline);
    }

    @Override
    public RawJson containers(
            boolean all, boolean size, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        var query =
                new StringJoiner("&", "/containers/json?", "").setEmptyValue("/containers/json");
        if (all) {
            query.add("all=1");
        }
        if (size) {
            query.add("size=1");
        }
        if (!filters.isEmpty()) {
            query.add("filters=" + Call.encoded(DockerJson.filters(filters)));
        }
        return daemon.document(Call.get(query.toString()), deadline);
    }

    @Override
    public List<Found> findById(String prefix, Deadline deadline) throws EngineException {
        if (!prefix.matches("[0-9a-f]{1,%d}".formatted(ID_LENGTH))) {
            return List.of();
        }
        Predicate<Found> fits = found -> found.id().startsWith(prefix);
        Lookup byFilter = () -> list("&filters=" + filter("id", prefix), fits, deadline);
        if (prefix.length() == ID_LENGTH) {
            return byFilter.containers();
        }
        // The daemon's filter also finds nothing when several ids have this prefix. Only then, or
        // when it is a container's name, the second answer is not 404. Both at once: a slow daemon
        // costs its time once.
        var some = new AtomicBoolean();
        Lookup byPath =
                () -> {
                    var asked = daemon.tryCall(Call.get(container(prefix) + "/json"), deadline);
                    some.set(asked.status() != 404);
                    return List.of();
                };
        var found = Parallel.map(List.of(byFilter, byPath), Lookup::containers).getFirst();
        return found.isEmpty() && some.get() ? list("", fits, deadline) : found;
    }

    @FunctionalInterface
    private interface Lookup {
        List<Found> containers() throws EngineException;
    }

    @Override
    public Optional<Found> findByName(String name, Deadline deadline) throws EngineException {
        // The daemon takes it as a regular expression and searches for it anywhere in the names.
        var exactly = "^/?" + name.replaceAll("[^a-zA-Z0-9_-]", "\\\\$0") + "$";
        return list(
                        "&filters=" + filter("name", exactly),
                        found -> found.name().equals(name),
                        deadline)
                .stream()
                .findFirst();
    }

    @Override
    public RawJson inspect(String id, boolean size, Deadline deadline) throws EngineException {
        var query = size ? "?size=1" : "";
        return daemon.document(Call.get(container(id) + "/json" + query), deadline);
    }

    @Override
    public Made create(Optional<String> name, RawJson body, Deadline deadline)
            throws EngineException {
        daemon.checkThatItKnows(body, deadline);
        var query = name.map(n -> "?name=" + Call.encoded(n)).orElse("");
        var answer = daemon.document(Call.post("/containers/create" + query, body), deadline);
        var created = daemon.read(() -> DockerJson.created(answer));
        return new Made(created.id(), created.warnings());
    }

    @Override
    public void start(String id, Deadline deadline) throws EngineException {
        begin(Call.post(container(id) + "/start"), deadline);
    }

    @Override
    public void stop(
            String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException {
        var query = ending(graceSeconds, signal, deadline);
        var _ = daemon.call(Call.post(container(id) + "/stop" + query), deadline);
    }

    @Override
    public void remove(String id, boolean force, boolean volumes, Deadline deadline)
            throws EngineException {
        var query = "?force=%b&v=%b".formatted(force, volumes);
        var _ = daemon.call(Call.delete(container(id) + query), deadline);
    }

    @Override
    public void restart(
            String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException {
        var query = ending(graceSeconds, signal, deadline);
        begin(Call.post(container(id) + "/restart" + query), deadline);
    }

    private String ending(
            Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        graceSeconds.ifPresent(seconds -> query.add("t=" + seconds));
        if (signal.isPresent()) {
            // An older daemon would ignore it.
            daemon.require(STOP_SIGNAL, "--signal", deadline);
            query.add("signal=" + Call.encoded(signal.get()));
        }
        return query.toString();
    }

    private void begin(Call start, Deadline deadline) throws EngineException {
        try {
            var _ = daemon.call(start, deadline);
        } catch (EngineException e) {
            throw DaemonErrors.ofStart(e);
        }
    }

    @Override
    public void kill(String id, Optional<String> signal, Deadline deadline) throws EngineException {
        var query = signal.map(s -> "?signal=" + Call.encoded(s)).orElse("");
        var _ = daemon.call(Call.post(container(id) + "/kill" + query), deadline);
    }

    @Override
    public void pause(String id, Deadline deadline) throws EngineException {
        var _ = daemon.call(Call.post(container(id) + "/pause"), deadline);
    }

    @Override
    public void unpause(String id, Deadline deadline) throws EngineException {
        var _ = daemon.call(Call.post(container(id) + "/unpause"), deadline);
    }

    @Override
    public RawJson top(String id, List<String> arguments, Deadline deadline)
            throws EngineException {
        var query =
                arguments.isEmpty() ? "" : "?ps_args=" + Call.encoded(String.join(" ", arguments));
        return daemon.document(Call.get(container(id) + "/top" + query), deadline);
    }

    @Override
    public void exec(Streaming.Exec command, Deadline deadline) throws EngineException {
        new DockerStreams(daemon).start(command, deadline);
    }

    @Override
    public RawJson stat(String id, String path, Deadline deadline) throws EngineException {
        return new DockerStreams(daemon).stat(id, path, deadline);
    }

    @Override
    public void rename(String id, String name, Deadline deadline) throws EngineException {
        var query = "?name=" + Call.encoded(name);
        var _ = daemon.call(Call.post(container(id) + "/rename" + query), deadline);
    }

    @Override
    public RawJson prune(Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        return daemon.document(Call.post("/containers/prune" + Call.filters(filters)), deadline);
    }

    @Override
    public Images images() {
        return new DockerImages(daemon);
    }

    @Override
    public Resources resources() {
        return new DockerResources(daemon);
    }

    @Override
    public RawJson diff(String id, Deadline deadline) throws EngineException {
        var changes = daemon.document(Call.get(container(id) + "/changes"), deadline);
        // Null where nothing has changed.
        return changes.text().strip().equals("null") ? new RawJson("[]") : changes;
    }

    @Override
    public RawJson commit(String id, Map<String, String> options, Deadline deadline)
            throws EngineException {
        // Its name stands in the query, where it leads nowhere else.
        var query = new StringJoiner("&", "/commit?", "").add("container=" + Call.encoded(id));
        options.forEach((name, value) -> query.add(name + "=" + Call.encoded(value)));
        return daemon.document(Call.post(query.toString()), deadline);
    }

    @Override
    public RawJson update(String id, RawJson body, Deadline deadline) throws EngineException {
        return daemon.document(Call.post(container(id) + "/update", body), deadline);
    }

    @Override
    public RawJson info(Deadline deadline) throws EngineException {
        return daemon.document(Call.get("/info"), deadline);
    }

    @Override
    public RawJson diskUsage(Deadline deadline) throws EngineException {
        return daemon.document(Call.get("/system/df"), deadline);
    }

    @Override
    public RawJson pruneBuilds(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        var query = "?all=%b&filters=%s".formatted(all, Call.encoded(DockerJson.filters(filters)));
        return daemon.document(Call.post("/build/prune" + query), deadline);
    }

    @Override
    public Map<String, String> notes(Deadline deadline) throws EngineException {
        return new DockerNotes(daemon).read(deadline);
    }

    @Override
    public void note(Map<String, String> notes, Deadline deadline) throws EngineException {
        new DockerNotes(daemon).write(notes, deadline);
    }

    @Override
    public ApiResponse call(ApiRequest request, Deadline deadline) throws EngineException {
        return new DockerApi(daemon).call(request, deadline);
    }

    @Override
    public DaemonStream open(Streaming what, Deadline deadline) throws EngineException {
        return new DockerStreams(daemon).open(what, deadline);
    }

    @Override
    public void close() {
        daemon.close();
    }

    private List<Found> list(String query, Predicate<Found> fits, Deadline deadline)
            throws EngineException {
        var list = daemon.document(Call.get("/containers/json?all=1" + query), deadline);
        var found = new ArrayList<Found>();
        for (var listed : daemon.read(() -> DockerJson.list(list))) {
            found.add(found(listed));
        }
        found.removeIf(fits.negate());
        return found;
    }

    // The id must be valid: containers are acted on by it, even past the daemon (HostProcess).
    private Found found(Listed container) throws EngineException {
        if (!container.id().matches(FULL_ID)) {
            throw daemon.odd("it calls a container '%s'".formatted(container.id()));
        }
        // A name with a slash inside belongs to a legacy link; the container's own has none.
        var name =
                container.names().stream()
                        .map(n -> n.startsWith("/") ? n.substring(1) : n)
                        .filter(n -> !n.contains("/"))
                        .findFirst();
        return new Found(container.id(), name.orElse(""));
    }

    private static String filter(String name, String value) {
        return Call.encoded(DockerJson.filter(name, value));
    }

    // Encoding would not help: the daemon decodes slashes and dots before it resolves the path.
    static String container(String id) throws EngineException {
        if (!id.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            throw new EngineException(Failure.Kind.NOT_FOUND, "No such container: " + id);
        }
        return "/containers/" + id;
    }
}
