package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.names.Expected.Kind;
import io.herd.cli.names.LiveNames;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Names of the live herd for completion at the shell's prompt. Waits only briefly; names that come
 * too late are there for the next Tab.
 */
final class RecentNames {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    // A node that does not answer must leave time to process the answers of the others.
    private static final Duration REQUEST = Duration.ofMillis(200);
    private static final long FRESH_NANOS = Duration.ofSeconds(3).toNanos();

    private final Joined joined;
    private final CommandContext context;
    private final Map<Kind, Question> asked = new EnumMap<>(Kind.class);

    RecentNames(Joined joined, CommandContext context) {
        this.joined = joined;
        this.context = context;
    }

    private record Question(FutureTask<SortedSet<String>> answer, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < FRESH_NANOS;
        }
    }

    SortedSet<String> of(Kind kind) {
        try {
            return question(kind).answer().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TreeSet<>();
        } catch (ExecutionException | TimeoutException e) {
            // Whoever presses Tab wants names, not errors.
            return new TreeSet<>();
        }
    }

    private synchronized Question question(Kind kind) {
        var known = asked.get(kind);
        if (known != null && known.isFresh()) {
            return known;
        }
        var answer = new FutureTask<>(() -> names(kind));
        var question = new Question(answer, System.nanoTime());
        asked.put(kind, question);
        Thread.ofVirtual().name("herd-names").start(answer);
        return question;
    }

    private SortedSet<String> names(Kind kind) throws Exception {
        return new LiveNames(joined.herd().lent(REQUEST), context).of(kind);
    }

    /** Discards all names, because something may have been created or removed. */
    synchronized void forget() {
        asked.clear();
    }
}
