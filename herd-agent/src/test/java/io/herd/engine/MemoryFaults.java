package io.herd.engine;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What can be wrong with a daemon in memory; every call passes here first. */
final class MemoryFaults {

    private final Guarded state = new Guarded();
    private final Map<MemoryEngine.Call, Queue<Failure>> failures =
            new EnumMap<>(MemoryEngine.Call.class);
    private final Map<MemoryEngine.Call, Queue<RuntimeException>> defects =
            new EnumMap<>(MemoryEngine.Call.class);
    private boolean down;
    private boolean frozen;
    private Duration delay = Duration.ZERO;
    private final Map<MemoryEngine.Call, Duration> delays = new EnumMap<>(MemoryEngine.Call.class);

    void set(boolean nowDown, boolean nowFrozen) {
        state.change(() -> {
            down = nowDown;
            frozen = nowFrozen;
        });
    }

    void delay(Duration time) {
        state.change(() -> delay = time);
    }

    void delay(MemoryEngine.Call call, Duration time) {
        state.change(() -> delays.put(call, time));
    }

    void fail(MemoryEngine.Call call, int times, Failure failure) {
        state.change(() -> {
            var queue = failures.computeIfAbsent(call, _ -> new ArrayDeque<>());
            for (int i = 0; i < times; i++) {
                queue.add(failure);
            }
        });
    }

    void breakDown(MemoryEngine.Call call, RuntimeException defect) {
        state.change(() -> defects.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(defect));
    }

    /** Returns when the call may go on. */
    void pass(MemoryEngine.Call call, Deadline deadline) throws EngineException {
        var allowed = deadline.remaining();
        var ready = Deadline.in(state.look(() -> delays.getOrDefault(call, delay)));
        var fault =
                state.await(() -> {
                    while (!down && (frozen || !ready.passed() || deadline.passed())) {
                        var wait = frozen ? deadline : deadline.within(ready.remaining());
                        if (deadline.passed()) {
                            throw new EngineException(
                                    Kind.DAEMON_TIMEOUT,
                                    "the Docker daemon in memory did not answer within %d ms"
                                            .formatted(allowed.toMillis()));
                        }
                        // Woken early by a change of the faults; the loop looks again either way.
                        state.awaitChange(wait.remaining().toNanos() + 1);
                    }
                    return fault(call);
                });
        if (fault.isPresent()) {
            throw new EngineException(fault.get().kind(), fault.get().message());
        }
    }

    private Optional<Failure> fault(MemoryEngine.Call call) {
        if (down) {
            return Optional.of(
                    new Failure(
                            Kind.DAEMON_DOWN,
                            "cannot reach the Docker daemon in memory: no such socket"));
        }
        var defect = defects.getOrDefault(call, new ArrayDeque<>()).poll();
        if (defect != null) {
            throw defect;
        }
        return Optional.ofNullable(failures.getOrDefault(call, new ArrayDeque<>()).poll());
    }
}
