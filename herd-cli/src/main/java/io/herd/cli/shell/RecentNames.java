package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.names.AskedNames;
import io.herd.cli.names.Expected;
import io.herd.cli.names.Offered;
import io.herd.herd.answer.Selector;
import io.herd.template.Templates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
    private final Map<Wanted, Question> asked = new HashMap<>();

    RecentNames(Joined joined, CommandContext context) {
        this.joined = joined;
        this.context = context;
    }

    /**
     * What is asked for.
     *
     * @param withNode whether the name of a node is being typed in front
     */
    private record Wanted(Expected.Name name, boolean withNode) {}

    private record Question(FutureTask<Offered> answer, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < FRESH_NANOS;
        }
    }

    SortedSet<String> of(Expected.Name name, String begun) {
        try {
            return question(new Wanted(name, begun.indexOf('/') >= 0))
                    .answer()
                    .get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                    .behind(begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TreeSet<>();
        } catch (ExecutionException | TimeoutException e) {
            // Whoever presses Tab wants names, not errors.
            return new TreeSet<>();
        }
    }

    private synchronized Question question(Wanted wanted) {
        var known = asked.get(wanted);
        if (known != null && known.isFresh()) {
            return known;
        }
        var answer = new FutureTask<>(() -> names(wanted));
        var question = new Question(answer, System.nanoTime());
        asked.put(wanted, question);
        Thread.ofVirtual().name("herd-names").start(answer);
        return question;
    }

    private Offered names(Wanted wanted) throws Exception {
        if (wanted.name().isLocal()) {
            return Offered.only(new Templates(context.templateDirectories(List.of())).names());
        }
        var herd = joined.herd().lent(REQUEST);
        var begun = wanted.withNode() ? "/" : "";
        return new AskedNames(herd, new Selector.Everyone(), begun).of(wanted.name());
    }

    /** Discards all names, because something may have been created or removed. */
    synchronized void forget() {
        asked.clear();
    }
}
