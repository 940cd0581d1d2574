package io.herd.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Closes something after a while, unless it is closed itself before. */
final class Closing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    private final Thread thread;

    Closing(Closeable what, Duration after) {
        thread = Thread.ofVirtual().name("herd-docker-closing").start(() -> ring(what, after));
    }

    private static void ring(Closeable what, Duration after) {
        try {
            Thread.sleep(after);
            what.close();
        } catch (InterruptedException e) {
            // It is not needed any more.
        } catch (IOException e) {
            LOG.log(Level.TRACE, "it is gone already", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
