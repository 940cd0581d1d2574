package io.herd.cli.front;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * Closes the connection after too long a wait, which ends it: a Unix socket has no timeouts of its
 * own. Counts beats instead of reading the clock, which goes on while this process is stopped.
 */
final class Alarm {

    private static final long BEAT_MILLIS = 250;

    private final SocketChannel channel;
    private final Thread thread;
    private boolean started;
    private long beats;

    Alarm(SocketChannel channel) {
        this.channel = channel;
        this.thread = new Thread(this::count, "herd-alarm");
        thread.setDaemon(true);
    }

    /** Sets the time that may pass from now on, and forgets any other. */
    synchronized void set(long millis) {
        beats = millis / BEAT_MILLIS;
        if (!started) {
            started = true;
            thread.start();
        }
    }

    synchronized void off() {
        beats = 0;
    }

    private void count() {
        try {
            do {
                Thread.sleep(BEAT_MILLIS);
            } while (!rings());
            channel.close();
        } catch (InterruptedException | IOException e) {
            // It rings no more.
        }
    }

    private synchronized boolean rings() {
        if (beats > 0) {
            beats--;
            return beats == 0;
        }
        return false;
    }
}
