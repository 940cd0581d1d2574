package io.herd.concurrent;

import io.herd.model.Deadline;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A task that runs on a thread of its own, which keeps no process alive. A caller may stop waiting
 * for its result at a deadline; the task then goes on by itself. Thread-safe.
 */
public final class Background<T> {

    private final FutureTask<T> task;

    private Background(FutureTask<T> task) {
        this.task = task;
    }

    public static <T> Background<T> start(String name, Supplier<T> what) {
        var task = new FutureTask<>(what::get);
        Thread.ofPlatform().daemon().name(name).start(task);
        return new Background<>(task);
    }

    /** The same on a virtual thread, for agents: see {@link Parallel}. */
    public static <T> Background<T> startVirtual(String name, Supplier<T> what) {
        var task = new FutureTask<>(what::get);
        Thread.ofVirtual().name(name).start(task);
        return new Background<>(task);
    }

    /**
     * Waits for the result.
     *
     * @throws IllegalStateException if the task threw, with its exception as the cause
     */
    public T await() {
        return await(Deadline.in(Deadline.LONGEST)).orElseThrow();
    }

    /** The same, at most until the deadline; empty if there is no result by then. */
    public Optional<T> await(Deadline deadline) {
        try {
            return Optional.of(task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
