package io.herd.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.json.ContainerForms;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * A daemon in memory that answers as Docker's does, in its words, and can be told to fail. Its
 * containers run until they are stopped. Safe for any number of threads.
 */
public final class MemoryEngine implements Engine {

    /** What a daemon can be asked. */
    public enum Call {
        DESCRIBE,
        PROFILE,
        PING,
        EVENTS,
        NOTES,
        LIST,
        FIND,
        INSPECT,
        CREATE,
        START,
        STOP,
        REMOVE,
        RESTART,
        KILL,
        PAUSE,
        UNPAUSE,
        TOP,
        EXEC,
        STAT,
        RENAME,
        PRUNE,
        OPEN,
        LIST_IMAGES,
        INSPECT_IMAGE,
        PULL,
        REMOVE_IMAGE,
        PRUNE_IMAGES,
        TAG_IMAGE,
        PUSH,
        IMAGE_HISTORY,
        DIFF,
        COMMIT,
        UPDATE,
        INFO,
        DISK_USAGE,
        PRUNE_BUILDS,
        RESOURCES,
        CALL
    }

    private final MemoryApi api = new MemoryApi();
    private final MemoryImages images = new MemoryImages(this);
    private final MemoryResources resources = new MemoryResources(this);
    private final Map<String, MemoryContainer> containers = new LinkedHashMap<>();
    private final Queue<String> nextIds = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final MemoryFaults faults = new MemoryFaults();
    private final MemoryEvents events = new MemoryEvents();
    private Map<String, String> notes = Map.of();
    private int made;

    /**
     * @param images those it has, with or without a tag
     */
    public MemoryEngine(String... images) {
        for (var image : images) {
            this.images.add(image);
        }
    }

    /** What it answers to requests that are handed to it as they are. */
    public MemoryApi api() {
        return api;
    }

    /** From now on nobody can reach it; its containers live on. */
    public MemoryEngine down() {
        faults.set(true, false);
        events.end();
        return this;
    }

    /** Whatever was wrong with it, it can be reached and answers again, late if it is delayed. */
    public MemoryEngine up() {
        faults.set(false, false);
        return this;
    }

    /** From now on it takes calls and does not answer before their deadline, until {@link #up}. */
    public MemoryEngine freeze() {
        faults.set(false, true);
        return this;
    }

    /** From now on every call takes so long before anything is done. */
    public MemoryEngine delay(Duration time) {
        faults.delay(time);
        return this;
    }

    /** The same for one kind of call alone. */
    public MemoryEngine delay(Call call, Duration time) {
        faults.delay(call, time);
        return this;
    }

    public MemoryEngine failNext(Call call, int times, Failure failure) {
        faults.fail(call, times, failure);
        return this;
    }

    /** The next such call ends as none should, by a defect of whoever asks the daemon. */
    public MemoryEngine breakNext(Call call, RuntimeException defect) {
        faults.breakDown(call, defect);
        return this;
    }

    public MemoryEngine failNextCreates(int times, Failure failure) {
        return failNext(Call.CREATE, times, failure);
    }

    /** From now on its registry gives images to nobody else. */
    public MemoryEngine registryWants(RegistryLogin login) {
        images.want(login);
        return this;
    }

    /** The full id of the next container that is made; otherwise ids are random. */
    public synchronized MemoryEngine nextId(String id) {
        nextIds.add(id);
        return this;
    }

    /** From now on it tells of nothing that happens, until it is let. */
    public MemoryEngine holdEvents() {
        events.hold(true);
        return this;
    }

    public MemoryEngine letEvents() {
        events.hold(false);
        return this;
    }

    /** As a health check does it, it tells much of a container to which nothing happens. */
    public synchronized void checkHealth(String id) throws EngineException {
        tell(
                need(id),
                "exec_create: sh -c true",
                "exec_start: sh -c true",
                "exec_die",
                "health_status: healthy");
    }

    /** How many callers wait for a container to end. */
    public synchronized int waiting() {
        return containers.values().stream().mapToInt(MemoryContainer::waiting).sum();
    }

    /** What it was asked, failed calls too, in the order in which they came. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The create form of a container, exactly as it came. */
    public synchronized RawJson formOf(String id) throws EngineException {
        return need(id).form();
    }

    @Override
    public DaemonState.Up describe(Deadline deadline) throws EngineException {
        pass(Call.DESCRIBE, deadline);
        synchronized (this) {
            int running = (int) containers.values().stream().filter(c -> c.running()).count();
            return new DaemonState.Up(
                    "27.0-memory", "1.46", containers.size(), running, images.count(), 2, 1L << 30);
        }
    }

    @Override
    public DaemonProfile profile(Deadline deadline) throws EngineException {
        pass(Call.PROFILE, deadline);
        return new DaemonProfile("1.24", "1.46", List.of("172.17.0.0/16"));
    }

    @Override
    public void ping(Deadline deadline) throws EngineException {
        pass(Call.PING, deadline);
    }

    @Override
    public Events events(
            Optional<Instant> since,
            Optional<Instant> until,
            Map<String, List<String>> filters,
            Deadline deadline)
            throws EngineException {
        pass(Call.EVENTS, deadline);
        return events.open(since, until, filters);
    }

    private void tell(MemoryContainer container, String... actions) {
        for (var action : actions) {
            var image = imageOf(container);
            events.tell(
                    "container",
                    action,
                    container.id(),
                    Map.of("name", container.name(), "image", image));
        }
    }

    void tellOfImage(String action, String id, String name) {
        events.tell("image", action, id, Map.of("name", name));
    }

    @Override
    public RawJson containers(
            boolean all, boolean size, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        pass(Call.LIST, deadline);
        for (var filter : filters.keySet()) {
            if (!MemoryContainer.FILTERS.contains(filter)) {
                throw new EngineException(Kind.INVALID, "Invalid filter '" + filter + "'");
            }
        }
        synchronized (this) {
            // Newest first, as the daemon does it.
            return new RawJson(
                    new ArrayList<>(containers.values())
                            .reversed().stream()
                                    .filter(c ->
                                            all || filters.containsKey("status") || c.running())
                                    .filter(c -> fits(c, filters))
                                    .map(c -> ContainerForms.listed(c.seen()))
                                    .collect(joining(",", "[", "]")));
        }
    }

    @Override
    public List<Found> findById(String prefix, Deadline deadline) throws EngineException {
        pass(Call.FIND, deadline);
        return prefix.matches("[0-9a-f]+") ? find(c -> c.id().startsWith(prefix)) : List.of();
    }

    @Override
    public Optional<Found> findByName(String name, Deadline deadline) throws EngineException {
        pass(Call.FIND, deadline);
        return find(c -> c.name().equals(name)).stream().findFirst();
    }

    @Override
    public RawJson inspect(String id, boolean size, Deadline deadline) throws EngineException {
        pass(Call.INSPECT, deadline);
        synchronized (this) {
            return ContainerForms.inspected(need(id).seen(), size);
        }
    }

    @Override
    public Made create(Optional<String> name, RawJson body, Deadline deadline)
            throws EngineException {
        pass(Call.CREATE, deadline);
        var image = image(body);
        synchronized (this) {
            if (!images.has(image)) {
                throw no("image", MemoryImages.tagged(image));
            }
            made++;
            var id = nextIds.isEmpty() ? randomId() : nextIds.remove();
            var container = new MemoryContainer(id, free(name), body);
            containers.put(id, container);
            tell(container, "create");
            return new Made(id, List.of());
        }
    }

    @Override
    public void start(String id, Deadline deadline) throws EngineException {
        pass(Call.START, deadline);
        synchronized (this) {
            start(need(id));
        }
    }

    @Override
    public void stop(
            String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException {
        pass(Call.STOP, deadline);
        synchronized (this) {
            stop(need(id), "stop");
        }
    }

    @Override
    public void restart(
            String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException {
        pass(Call.RESTART, deadline);
        synchronized (this) {
            stop(need(id), "stop");
            start(need(id));
            tell(need(id), "restart");
        }
    }

    private void start(MemoryContainer container) {
        if (!container.running()) {
            container.start();
            tell(container, "start");
        }
    }

    private void stop(MemoryContainer container, String... after) {
        if (container.running()) {
            container.stop();
            tell(container, "kill", "die");
            tell(container, after);
        }
    }

    @Override
    public void kill(String id, Optional<String> signal, Deadline deadline) throws EngineException {
        pass(Call.KILL, deadline);
        synchronized (this) {
            needRunning("Cannot kill container: " + id + ": ", id);
            // Without a handler a container's first process dies of no other signal.
            if (signal.orElse("KILL").matches("(SIG)?KILL|9")) {
                stop(need(id));
            }
        }
    }

    @Override
    public void pause(String id, Deadline deadline) throws EngineException {
        pass(Call.PAUSE, deadline);
        synchronized (this) {
            if (needRunning("", id).paused()) {
                throw new EngineException(Kind.CONFLICT, "Container " + id + " is already paused");
            }
            need(id).pause();
            tell(need(id), "pause");
        }
    }

    @Override
    public void unpause(String id, Deadline deadline) throws EngineException {
        pass(Call.UNPAUSE, deadline);
        synchronized (this) {
            if (!need(id).paused()) {
                throw new EngineException(Kind.DAEMON_ERROR, "Container " + id + " is not paused");
            }
            need(id).unpause();
            tell(need(id), "unpause");
        }
    }

    @Override
    public RawJson top(String id, List<String> arguments, Deadline deadline)
            throws EngineException {
        pass(Call.TOP, deadline);
        synchronized (this) {
            needRunning("", id);
            return new RawJson(
                    "{\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"1\",\"sleep 1000\"]]}");
        }
    }

    @Override
    public void exec(Streaming.Exec command, Deadline deadline) throws EngineException {
        pass(Call.EXEC, deadline);
        synchronized (this) {
            needRunning("", command.id());
            if (command.command().getFirst().equals("nosuch")) {
                throw new EngineException(
                        Kind.NO_SUCH_COMMAND,
                        "exec: \"nosuch\": executable file not found in $PATH");
            }
        }
    }

    @Override
    public RawJson stat(String id, String path, Deadline deadline) throws EngineException {
        pass(Call.STAT, deadline);
        synchronized (this) {
            return statOf(id, path);
        }
    }

    private RawJson statOf(String id, String path) throws EngineException {
        if (!path.equals("/") && !need(id).files().containsKey(path)) {
            throw new EngineException(
                    Kind.NOT_FOUND,
                    "Could not find the file %s in container %s".formatted(path, id));
        }
        // The bit of a directory in Go's os.FileMode.
        long mode = path.equals("/") ? 1L << 31 | 0755 : 0644;
        return new RawJson(
                "{\"name\":\"%s\",\"mode\":%d,\"linkTarget\":\"\"}"
                        .formatted(path.substring(1), mode));
    }

    @Override
    public void rename(String id, String name, Deadline deadline) throws EngineException {
        pass(Call.RENAME, deadline);
        synchronized (this) {
            var container = need(id);
            container.rename(free(Optional.of(name)));
            tell(container, "rename");
        }
    }

    @Override
    public RawJson prune(Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        pass(Call.PRUNE, deadline);
        if (!filters.keySet().stream().allMatch("label"::equals)) {
            throw new EngineException(
                    Kind.INVALID, "Invalid filter '" + filters.keySet().iterator().next() + "'");
        }
        synchronized (this) {
            var still =
                    containers.values().stream()
                            .filter(c -> !c.running() && fits(c, filters))
                            .toList();
            still.forEach(this::drop);
            return ContainerForms.pruned(still.stream().map(MemoryContainer::id).toList());
        }
    }

    @Override
    public ApiResponse call(ApiRequest request, Deadline deadline) throws EngineException {
        pass(Call.CALL, deadline);
        return api.call(request);
    }

    @Override
    public DaemonStream open(Streaming what, Deadline deadline) throws EngineException {
        pass(Call.OPEN, deadline);
        return switch (what) {
            case Streaming.Exec exec -> {
                synchronized (this) {
                    needRunning("", exec.id());
                }
                yield exec.command().getFirst().equals("cat")
                        ? new MemoryDaemonStream()
                        : MemoryDaemonStream.of(new Frame.Exited(MemoryContainer.exitOf(exec)));
            }
            case Streaming.OnBehalf(_, var then) -> open(then, deadline);
            case Streaming.Logs(String id, _, _, _, _, _, _) -> nothingOf(id);
            case Streaming.Attach(String id, _, _) -> attach(id);
            case Streaming.CopyOut(String id, String path) -> {
                synchronized (this) {
                    yield MemoryDaemonStream.of(
                            new Frame.Document(statOf(id, path)),
                            new Frame.Out(ByteBuffer.wrap(need(id).files().get(path))),
                            new Frame.Ended());
                }
            }
            case Streaming.CopyIn(String id, String directory, _) -> {
                synchronized (this) {
                    var files = need(id).files();
                    yield new MemoryUpload(
                            (it, _) -> files.put(directory + Archives.nameOf(it), it));
                }
            }
            case Streaming.ExportContainer(String id) -> {
                synchronized (this) {
                    yield MemoryDaemonStream.of(
                            out("export of " + need(id).name()), new Frame.Ended());
                }
            }
            case Streaming.SaveImages(var references, _) -> {
                for (var reference : references) {
                    var _ = images.inspect(reference, deadline);
                }
                yield MemoryDaemonStream.of(out(String.join(",", references)), new Frame.Ended());
            }
            case Streaming.LoadImages _ -> load();
            case Streaming.FetchImage _ ->
                    throw new EngineException(Kind.INVALID, "no daemon does that");
            case Streaming.Wait(String id) -> waitFor(id);
            case Streaming.Stats stats -> new MemoryStats(this, stats);
            case Streaming.Events _ -> MemoryDaemonStream.of(new Frame.Ended());
            case Streaming.Relay(var request) -> api.relay(request);
        };
    }

    private static Frame out(String text) {
        return new Frame.Out(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    // Its archives are the names of images, as it saves them.
    private DaemonStream load() {
        return new MemoryUpload((archive, answer) -> {
            for (var name : new String(archive, UTF_8).split(",", -1)) {
                images.add(name);
                answer.say(new Frame.Document(ContainerForms.loadedImage(name)));
            }
        });
    }

    private synchronized DaemonStream attach(String id) throws EngineException {
        var container = need(id);
        var conversation =
                MemoryDaemonStream.of(
                        new Frame.Document(ContainerForms.inspected(container.seen())));
        container.attach(conversation);
        return conversation;
    }

    private synchronized DaemonStream waitFor(String id) throws EngineException {
        var container = need(id);
        if (!container.running()) {
            return MemoryDaemonStream.of(new Frame.Exited(container.exitCode()));
        }
        var conversation = new MemoryDaemonStream();
        container.attach(conversation);
        return conversation;
    }

    /** What these use, or all that run or have run meanwhile; nothing of what is not there. */
    synchronized Map<String, RawJson> usages(Streaming.Stats stats) {
        return containers.values().stream()
                .filter(c ->
                        stats.ids().isEmpty()
                                ? fits(c, stats.filters())
                                        && (c.running() || (stats.follow() && c.hasRun()))
                                : stats.ids().contains(c.id()))
                .collect(
                        toMap(
                                MemoryContainer::id,
                                c -> ContainerForms.usage(c.seen(), c.running())));
    }

    private synchronized DaemonStream nothingOf(String id) throws EngineException {
        need(id);
        return MemoryDaemonStream.of(new Frame.Ended());
    }

    @Override
    public Images images() {
        return images;
    }

    /** Whether a container was made of the image. */
    synchronized boolean uses(String image) {
        return containers.values().stream().anyMatch(c -> image.equals(imageOf(c)));
    }

    private static String imageOf(MemoryContainer container) {
        try {
            return MemoryImages.tagged(image(container.form()));
        } catch (EngineException e) {
            throw new IllegalStateException(e);
        }
    }

    private MemoryContainer needRunning(String before, String id) throws EngineException {
        var container = need(id);
        if (!container.running()) {
            throw new EngineException(
                    Kind.CONFLICT, "%sContainer %s is not running".formatted(before, id));
        }
        return container;
    }

    private static boolean fits(MemoryContainer container, Map<String, List<String>> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> container.fits(filter.getKey(), filter.getValue()));
    }

    @Override
    public void remove(String id, boolean force, boolean volumes, Deadline deadline)
            throws EngineException {
        pass(Call.REMOVE, deadline);
        synchronized (this) {
            var container = need(id);
            if (container.running() && !force) {
                throw new EngineException(
                        Kind.CONFLICT,
                        "You cannot remove a running container %s. Stop the container before attempting removal or force remove"
                                .formatted(container.id()));
            }
            stop(container);
            drop(container);
        }
    }

    private void drop(MemoryContainer container) {
        containers.remove(container.id());
        tell(container, "destroy");
    }

    @Override
    public Resources resources() {
        return resources;
    }

    @Override
    public RawJson diff(String id, Deadline deadline) throws EngineException {
        pass(Call.DIFF, deadline);
        synchronized (this) {
            need(id);
            return new RawJson("[{\"Path\":\"/tmp/new\",\"Kind\":1}]");
        }
    }

    @Override
    public RawJson commit(String id, Map<String, String> options, Deadline deadline)
            throws EngineException {
        pass(Call.COMMIT, deadline);
        synchronized (this) {
            need(id);
            var name = options.getOrDefault("repo", "");
            images.add(name);
            return new RawJson(
                    "{\"Id\":\"%s\"}".formatted(MemoryImages.id(MemoryImages.tagged(name))));
        }
    }

    @Override
    public RawJson update(String id, RawJson body, Deadline deadline) throws EngineException {
        pass(Call.UPDATE, deadline);
        synchronized (this) {
            need(id);
            return new RawJson("{\"Warnings\":null}");
        }
    }

    @Override
    public RawJson info(Deadline deadline) throws EngineException {
        var up = describe(deadline);
        pass(Call.INFO, deadline);
        return ContainerForms.info(up);
    }

    @Override
    public RawJson diskUsage(Deadline deadline) throws EngineException {
        pass(Call.DISK_USAGE, deadline);
        return new RawJson(
                """
                {"LayersSize": 4000000,
                 "Images": [{"Id": "sha256:1", "Containers": 1, "Size": 4000000, "SharedSize": 0}],
                 "Containers": [{"Id": "1", "State": "running", "SizeRw": 1000}],
                 "Volumes": [{"Name": "v", "UsageData": {"RefCount": 0, "Size": 2000}}],
                 "BuildCache": []}
                """);
    }

    @Override
    public RawJson pruneBuilds(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException {
        pass(Call.PRUNE_BUILDS, deadline);
        return new RawJson("{\"CachesDeleted\":[],\"SpaceReclaimed\":0}");
    }

    @Override
    public Map<String, String> notes(Deadline deadline) throws EngineException {
        pass(Call.NOTES, deadline);
        synchronized (this) {
            return notes;
        }
    }

    @Override
    public void note(Map<String, String> noted, Deadline deadline) throws EngineException {
        pass(Call.NOTES, deadline);
        synchronized (this) {
            notes = Map.copyOf(noted);
        }
    }

    @Override
    public void close() {
        // There is nothing to give back; what it holds can still be looked at.
    }

    void pass(Call call, Deadline deadline) throws EngineException {
        calls.add(call);
        faults.pass(call, deadline);
    }

    private static String image(RawJson body) throws EngineException {
        try {
            return ContainerForms.image(body)
                    .orElseThrow(() ->
                            new EngineException(
                                    Kind.INVALID,
                                    "Config cannot be empty in order to create a container"));
        } catch (ContainerForms.Unreadable e) {
            throw new EngineException(Kind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private String free(Optional<String> wanted) throws EngineException {
        var name = wanted.orElse("made_up_" + made).replaceFirst("^/", "");
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
            throw new EngineException(
                    Kind.INVALID,
                    "Invalid container name (%s), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"
                            .formatted(name));
        }
        var owner = find(c -> c.name().equals(name));
        if (!owner.isEmpty()) {
            throw new EngineException(
                    Kind.CONFLICT,
                    "Conflict. The container name \"/%s\" is already in use by container \"%s\". You have to remove (or rename) that container to be able to reuse that name."
                            .formatted(name, owner.getFirst().id()));
        }
        return name;
    }

    private synchronized List<Found> find(Predicate<MemoryContainer> wanted) {
        return containers.values().stream()
                .filter(wanted)
                .map(c -> new Found(c.id(), c.name()))
                .toList();
    }

    // Full id, then name, then id prefix: docker's own order.
    private MemoryContainer need(String reference) throws EngineException {
        var byId = containers.get(reference);
        if (byId != null) {
            return byId;
        }
        var found = find(c -> c.name().equals(reference));
        if (found.isEmpty() && !reference.isEmpty()) {
            found = find(c -> c.id().startsWith(reference));
        }
        if (found.size() > 1) {
            throw new EngineException(
                    Kind.DAEMON_ERROR, "Multiple IDs found with provided prefix: " + reference);
        }
        var container = found.isEmpty() ? null : containers.get(found.getFirst().id());
        if (container == null) {
            throw no("container", reference);
        }
        return container;
    }

    private static EngineException no(String what, String which) {
        return new EngineException(Kind.NOT_FOUND, "No such %s: %s".formatted(what, which));
    }

    private static String randomId() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
