package io.herd.engine;

import io.herd.action.Failure.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** State that one thread at a time may use, and whose changes the others can wait for. */
final class Guarded {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** What may wait in the middle. */
    interface Waiting<T> {
        T get() throws EngineException, InterruptedException;
    }

    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    <T> T look(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** Looks, and may {@link #awaitChange wait for changes}. */
    <T> T await(Waiting<T> waiting) throws EngineException {
        lock.lock();
        try {
            return waiting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.INTERNAL, "interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change, at most so long; may also return early. */
    @SuppressWarnings("WaitNotInLoop") // The loop is the caller's.
    void awaitChange(long nanos) throws InterruptedException {
        var _ = changed.await(nanos, TimeUnit.NANOSECONDS);
    }
}
