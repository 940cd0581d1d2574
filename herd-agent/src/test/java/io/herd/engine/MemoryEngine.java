package io.herd.engine;

import static java.util.stream.Collectors.joining;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.json.ContainerForms;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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
        LIST,
        FIND,
        INSPECT,
        CREATE,
        START,
        STOP,
        REMOVE
    }

    private final Set<String> images = new HashSet<>();
    private final Map<String, MemoryContainer> containers = new LinkedHashMap<>();
    private final Queue<String> nextIds = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final MemoryFaults faults = new MemoryFaults();
    private int made;

    /**
     * @param images those it has, with or without a tag
     */
    public MemoryEngine(String... images) {
        for (var image : images) {
            this.images.add(tagged(image));
        }
    }

    /** From now on nobody can reach it; its containers live on. */
    public MemoryEngine down() {
        faults.set(true, false);
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

    public MemoryEngine failNext(Call call, int times, Failure failure) {
        faults.fail(call, times, failure);
        return this;
    }

    public MemoryEngine failNextCreates(int times, Failure failure) {
        return failNext(Call.CREATE, times, failure);
    }

    /** The full id of the next container that is made; otherwise ids are random. */
    public synchronized MemoryEngine nextId(String id) {
        nextIds.add(id);
        return this;
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
                    "27.0-memory", "1.46", containers.size(), running, images.size(), 2, 1L << 30);
        }
    }

    @Override
    public RawJson containers(boolean all, Deadline deadline) throws EngineException {
        pass(Call.LIST, deadline);
        synchronized (this) {
            // Newest first, as the daemon does it.
            return new RawJson(
                    new ArrayList<>(containers.values())
                            .reversed().stream()
                                    .filter(c -> all || c.running())
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
    public RawJson inspect(String id, Deadline deadline) throws EngineException {
        pass(Call.INSPECT, deadline);
        synchronized (this) {
            return ContainerForms.inspected(need(id).seen());
        }
    }

    @Override
    public Made create(Optional<String> name, RawJson body, Deadline deadline)
            throws EngineException {
        pass(Call.CREATE, deadline);
        var image = image(body);
        synchronized (this) {
            if (!images.contains(tagged(image))) {
                throw no("image", tagged(image));
            }
            made++;
            var id = nextIds.isEmpty() ? randomId() : nextIds.remove();
            var container = new MemoryContainer(id, free(name), body);
            containers.put(id, container);
            return new Made(id, List.of());
        }
    }

    @Override
    public void start(String id, Deadline deadline) throws EngineException {
        pass(Call.START, deadline);
        synchronized (this) {
            need(id).start();
        }
    }

    @Override
    public void stop(String id, Optional<Integer> graceSeconds, Deadline deadline)
            throws EngineException {
        pass(Call.STOP, deadline);
        synchronized (this) {
            need(id).stop();
        }
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
            containers.remove(container.id());
        }
    }

    @Override
    public void close() {
        // There is nothing to give back; what it holds can still be looked at.
    }

    private void pass(Call call, Deadline deadline) throws EngineException {
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

    private static String tagged(String image) {
        boolean tag = image.lastIndexOf(':') > image.lastIndexOf('/');
        return tag ? image : image + ":latest";
    }

    private static String randomId() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
