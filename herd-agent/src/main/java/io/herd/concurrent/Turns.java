package io.herd.concurrent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time do something with what has one name. Thread-safe. */
public final class Turns {

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Step<T, E extends Exception> {
        T take() throws E;
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int takers;
    }

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    public <T, E extends Exception> T take(String name, Step<T, E> step) throws E {
        var turn =
                turns.compute(
                        name,
                        (_, known) -> {
                            var its = known == null ? new Turn() : known;
                            its.takers++;
                            return its;
                        });
        turn.lock.lock();
        try {
            return step.take();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(name, (_, its) -> --its.takers == 0 ? null : its);
        }
    }
}
