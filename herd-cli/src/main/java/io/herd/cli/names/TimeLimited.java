package io.herd.cli.names;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is of use for a moment, and no longer. */
public final class TimeLimited {

    private TimeLimited() {}

    /**
     * What comes of it in time; nothing if it fails or takes longer. In a process that is about to
     * end: what takes longer is left to itself.
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
