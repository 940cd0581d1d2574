package io.herd.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Maps values to results in parallel. On platform threads, since short commands use it: the first
 * virtual thread of a process delays its exit by 0.3 s.
 */
public final class Parallel {

    private static final int MOST_THREADS = 64;

    private Parallel() {}

    @FunctionalInterface
    public interface Step<A, B, X extends Exception> {
        B of(A value) throws X;
    }

    /** Maps all values with at most 64 threads; results in the order of the values. */
    public static <A, B, X extends Exception> List<B> map(List<A> values, Step<A, B, X> step)
            throws X {
        return map(values, MOST_THREADS, step);
    }

    /**
     * @param most maximum number of threads
     */
    public static <A, B, X extends Exception> List<B> map(
            List<A> values, int most, Step<A, B, X> step) throws X {
        if (values.size() == 1) {
            return List.of(step.of(values.getFirst()));
        }
        try (var threads =
                Executors.newFixedThreadPool(
                        Math.max(1, Math.min(values.size(), most)),
                        Thread.ofPlatform().daemon().name("herd-", 0).factory())) {
            var futures = new ArrayList<Future<B>>();
            values.forEach(value -> futures.add(threads.submit(() -> step.of(value))));
            var results = new ArrayList<B>();
            for (var future : futures) {
                results.add(result(future));
            }
            return results;
        }
    }

    // The cast is safe: step throws nothing else that is checked.
    @SuppressWarnings("unchecked")
    private static <B, X extends Exception> B result(Future<B> future) throws X {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null -> throw new IllegalStateException(e);
                default -> throw (X) e.getCause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
