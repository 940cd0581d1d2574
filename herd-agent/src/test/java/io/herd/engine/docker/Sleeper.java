package io.herd.engine.docker;

import java.io.IOException;

/** A process of this host that does nothing, until it is closed. */
record Sleeper(Process process) implements AutoCloseable {

    static Sleeper start() throws IOException {
        return new Sleeper(new ProcessBuilder("sleep", "60").start());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
