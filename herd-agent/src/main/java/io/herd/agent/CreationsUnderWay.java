package io.herd.agent;

import io.herd.action.Failure;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The containers that this agent is creating. Whoever has lost the answer to a creation sees in a
 * list that was made after them whether the container is there. Thread-safe.
 */
final class CreationsUnderWay {

    private final Set<CountDownLatch> ends = ConcurrentHashMap.newKeySet();

    @FunctionalInterface
    interface Creation<T> {
        T result() throws EngineException;
    }

    <T> T during(Creation<T> creation) throws EngineException {
        var end = new CountDownLatch(1);
        ends.add(end);
        try {
            return creation.result();
        } finally {
            ends.remove(end);
            end.countDown();
        }
    }

    /**
     * Waits for those that have begun by now, not for others that begin meanwhile.
     *
     * @throws EngineException if one goes on beyond the deadline
     */
    void awaitEnd(Deadline deadline) throws EngineException {
        try {
            for (var end : List.copyOf(ends)) {
                if (!end.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                    throw stillCreating();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillCreating();
        }
    }

    private static EngineException stillCreating() {
        return new EngineException(
                Failure.Kind.DAEMON_TIMEOUT, "a container is still being created there");
    }
}
