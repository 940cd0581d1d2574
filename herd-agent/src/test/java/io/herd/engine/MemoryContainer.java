package io.herd.engine;

import io.herd.action.Streaming;
import io.herd.json.ContainerForms;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One container of a daemon in memory; guarded by its engine. */
final class MemoryContainer {

    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    static final List<String> FILTERS = List.of("name", "id", "status", "label");

    private enum State {
        CREATED,
        RUNNING,
        PAUSED,
        EXITED
    }

    private final String id;
    private final RawJson form;
    private final Instant created = Instant.now();
    private final List<MemoryDaemonStream> attached = new ArrayList<>();
    // Archives of one file each, by its path.
    private final Map<String, byte[]> files = new HashMap<>();
    private String name;
    private State state = State.CREATED;
    private Instant since = created;

    MemoryContainer(String id, String name, RawJson form) {
        this.id = id;
        this.name = name;
        this.form = form;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String to) {
        name = to;
    }

    RawJson form() {
        return form;
    }

    boolean running() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    boolean hasRun() {
        return state != State.CREATED;
    }

    boolean paused() {
        return state == State.PAUSED;
    }

    int exitCode() {
        return state == State.EXITED ? KILLED : 0;
    }

    /** Of {@code sh -c 'exit N'}. */
    static int exitOf(Streaming.Exec exec) {
        return Integer.parseInt(exec.command().getLast().replace("exit ", ""));
    }

    void start() {
        if (!running()) {
            become(State.RUNNING);
        }
    }

    void stop() {
        if (running()) {
            become(State.EXITED);
            attached.forEach(it -> it.exited(KILLED));
        }
    }

    /** How many wait for its end. */
    int waiting() {
        attached.removeIf(MemoryDaemonStream::closed);
        return attached.size();
    }

    /** Hears of its end. */
    void attach(MemoryDaemonStream conversation) {
        attached.add(conversation);
    }

    Map<String, byte[]> files() {
        return files;
    }

    void pause() {
        state = State.PAUSED;
    }

    void unpause() {
        state = State.RUNNING;
    }

    /** Whether one of the values of each filter fits; all of them for labels. */
    boolean fits(String filter, List<String> values) {
        var seen = seen();
        return switch (filter) {
            case "name" ->
                    values.stream().anyMatch(value -> Pattern.compile(value).matcher(name).find());
            case "id" -> values.stream().anyMatch(id::startsWith);
            case "status" -> values.contains(seen.state());
            case "label" -> values.stream().allMatch(ContainerForms.labelsOf(form)::contains);
            default -> throw new IllegalArgumentException(filter);
        };
    }

    ContainerForms.Seen seen() {
        var seconds = Duration.between(since, Instant.now()).toSeconds();
        var time = seconds < 1 ? "Less than a second" : seconds + " seconds";
        return switch (state) {
            case CREATED -> seen("created", "Created");
            case RUNNING -> seen("running", "Up " + time);
            case PAUSED -> seen("paused", "Up " + time + " (Paused)");
            case EXITED -> seen("exited", "Exited (%d) %s ago".formatted(KILLED, time));
        };
    }

    private ContainerForms.Seen seen(String word, String status) {
        return new ContainerForms.Seen(id, name, form, created, word, status, exitCode());
    }

    private void become(State next) {
        state = next;
        since = Instant.now();
    }
}
