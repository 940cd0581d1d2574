package io.herd.engine;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What can be wrong with a daemon in memory; every call passes here first. */
final class MemoryFaults {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<MemoryEngine.Call, Queue<Failure>> failures =
            new EnumMap<>(MemoryEngine.Call.class);
    private final Map<MemoryEngine.Call, Queue<RuntimeException>> defects =
            new EnumMap<>(MemoryEngine.Call.class);
    private boolean down;
    private boolean frozen;
    private Duration delay = Duration.ZERO;

    void set(boolean nowDown, boolean nowFrozen) {
        change(() -> {
            down = nowDown;
            frozen = nowFrozen;
        });
    }

    void delay(Duration time) {
        change(() -> delay = time);
    }

    void fail(MemoryEngine.Call call, int times, Failure failure) {
        change(() -> {
            var queue = failures.computeIfAbsent(call, _ -> new ArrayDeque<>());
            for (int i = 0; i < times; i++) {
                queue.add(failure);
            }
        });
    }

    void breakDown(MemoryEngine.Call call, RuntimeException defect) {
        change(() -> defects.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(defect));
    }

    /** Returns when the call may go on. */
    void pass(MemoryEngine.Call call, Deadline deadline) throws EngineException {
        var allowed = deadline.remaining();
        var ready = Deadline.in(currentDelay());
        lock.lock();
        try {
            while (!down && (frozen || !ready.passed() || deadline.passed())) {
                var wait = frozen ? deadline : deadline.within(ready.remaining());
                if (deadline.passed()) {
                    throw new EngineException(
                            Kind.DAEMON_TIMEOUT,
                            "the Docker daemon in memory did not answer within %d ms"
                                    .formatted(allowed.toMillis()));
                }
                // Woken early by a change of the faults; the loop looks again either way.
                var _ = changed.await(wait.remaining().toNanos() + 1, TimeUnit.NANOSECONDS);
            }
            if (down) {
                throw new EngineException(
                        Kind.DAEMON_DOWN,
                        "cannot reach the Docker daemon in memory: no such socket");
            }
            var defect = defects.getOrDefault(call, new ArrayDeque<>()).poll();
            if (defect != null) {
                throw defect;
            }
            var failure = failures.getOrDefault(call, new ArrayDeque<>()).poll();
            if (failure != null) {
                throw new EngineException(failure.kind(), failure.message());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.INTERNAL, "interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private Duration currentDelay() {
        lock.lock();
        try {
            return delay;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
