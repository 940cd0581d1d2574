package io.herd.cli.names;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a task with a time limit. */
public final class TimeLimited {

    private TimeLimited() {}

    /**
     * The task's result; empty if it fails or takes longer. Only for a process that is about to
     * end, since a task that takes longer is not stopped.
     */
    public static <T> Optional<T> result(Duration time, Callable<T> what) {
        var task = new FutureTask<>(what);
        Thread.ofPlatform().daemon().start(task);
        try {
            return Optional.of(task.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
