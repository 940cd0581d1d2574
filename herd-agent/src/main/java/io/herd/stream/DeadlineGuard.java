package io.herd.stream;

import io.herd.model.Deadline;
import java.util.concurrent.locks.LockSupport;

/** Closes a session at a deadline, which ends a waiting call: not every socket has timeouts. */
final class DeadlineGuard implements AutoCloseable {

    private final Session session;
    private final Deadline deadline;
    private final Thread thread;
    private volatile boolean off;
    private volatile boolean rang;

    DeadlineGuard(Session session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
        // A virtual thread would delay the exit of a short command.
        thread = Thread.ofPlatform().daemon().name("herd-alarm").start(this::await);
    }

    boolean rang() {
        return rang;
    }

    private void await() {
        while (!off && !deadline.passed()) {
            LockSupport.parkNanos(deadline.remaining().toNanos());
        }
        if (!off) {
            rang = true;
            session.close();
        }
    }

    @Override
    public void close() {
        off = true;
        LockSupport.unpark(thread);
    }
}
