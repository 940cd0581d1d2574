package io.herd.engine;

import io.herd.action.Frame;
import io.herd.action.Streaming.Stats;
import io.herd.json.docker.StatsJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the containers of an engine in memory use, told in rounds. */
final class MemoryStats implements OneWay {

    private static final Duration ROUND = Duration.ofMillis(20);

    private final MemoryEngine engine;
    private final Stats stats;
    private final Set<String> known = new HashSet<>();
    private final Queue<Frame> round = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    MemoryStats(MemoryEngine engine, Stats stats) {
        this.engine = engine;
        this.stats = stats;
        begin();
    }

    @Override
    public Frame next() throws EngineException {
        while (round.isEmpty()) {
            if (!stats.follow() || isClosed()) {
                return new Frame.Ended();
            }
            begin();
        }
        return round.remove();
    }

    private void begin() {
        var usages = engine.usages(stats);
        var gone = new HashSet<>(known);
        gone.removeAll(usages.keySet());
        gone.forEach(id -> round.add(new Frame.Document(StatsJson.gone(id))));
        usages.values().forEach(usage -> round.add(new Frame.Document(usage)));
        known.retainAll(usages.keySet());
        known.addAll(usages.keySet());
    }

    private boolean isClosed() {
        try {
            return closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
