package io.herd.engine;

import io.herd.json.ContainerForms;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.Instant;

/** One container of a daemon in memory; guarded by its engine. */
final class MemoryContainer {

    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private enum State {
        CREATED,
        RUNNING,
        EXITED
    }

    private final String id;
    private final String name;
    private final RawJson form;
    private final Instant created = Instant.now();
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

    RawJson form() {
        return form;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    void start() {
        if (!running()) {
            become(State.RUNNING);
        }
    }

    void stop() {
        if (running()) {
            become(State.EXITED);
        }
    }

    ContainerForms.Seen seen() {
        var seconds = Duration.between(since, Instant.now()).toSeconds();
        var time = seconds < 1 ? "Less than a second" : seconds + " seconds";
        return switch (state) {
            case CREATED -> seen("created", "Created", 0);
            case RUNNING -> seen("running", "Up " + time, 0);
            case EXITED -> seen("exited", "Exited (%d) %s ago".formatted(KILLED, time), KILLED);
        };
    }

    private ContainerForms.Seen seen(String word, String status, int exitCode) {
        return new ContainerForms.Seen(id, name, form, created, word, status, exitCode);
    }

    private void become(State next) {
        state = next;
        since = Instant.now();
    }
}
