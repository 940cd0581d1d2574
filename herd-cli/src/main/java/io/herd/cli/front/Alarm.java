package io.herd.cli.front;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Closes the connection at a time, which ends a wait: a Unix socket has no timeouts of its own. */
final class Alarm {

    private static final long OFF = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final Thread thread;
    private boolean started;
    private long at = OFF;

    Alarm(SocketChannel channel) {
        this.channel = channel;
        this.thread = new Thread(this::await, "herd-alarm");
        thread.setDaemon(true);
    }

    /** Sets the time, and forgets any other. */
    synchronized void set(long millis) {
        at = now() + millis;
        if (!started) {
            started = true;
            thread.start();
        }
    }

    synchronized void off() {
        at = OFF;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    // Set again and again, it is looked at only when the time that it was set to first has come.
    private synchronized void await() {
        try {
            while (true) {
                long left = at == OFF ? 1_000 : at - now();
                if (left <= 0) {
                    channel.close();
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException | IOException e) {
            // It rings no more.
        }
    }
}
