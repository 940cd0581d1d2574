package io.herd.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Closes something after a while, unless it is closed itself before. */
public final class Closing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.http");

    private final Thread thread;

    public Closing(Closeable what, Duration after) {
        thread = Thread.ofVirtual().name("herd-http-closing").start(() -> ring(what, after));
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
