package io.herd.cli.render;

import io.herd.herd.answer.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows the progress of long work on one line of a terminal, which is overwritten again and again
 * and erased at the end. Work that is soon done is not shown at all. Thread-safe.
 */
public final class ProgressLine implements Progress.Listener {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String BACK = "\r";
    private static final String ERASE_REST = "\u001b[K";
    // Columns kept free for the cursor, and for the ^C of a user who has seen enough: on the next
    // line it could not be erased.
    private static final int SPARE = 3;

    private final PrintStream err;
    private final int width;
    private final Duration soon;
    private final Duration pause;
    private final ProgressText text = new ProgressText();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private String shown = "";

    /**
     * @param width columns of the terminal
     */
    public ProgressLine(PrintStream err, int width) {
        this(err, width, SOON, PAUSE);
    }

    /**
     * @param soon work that is over by then is not shown
     * @param pause between two updates
     */
    ProgressLine(PrintStream err, int width, Duration soon, Duration pause) {
        this.err = err;
        this.width = Math.max(1, width - SPARE);
        this.soon = soon;
        this.pause = pause;
    }

    @Override
    public void hear(Progress news) {
        if (news instanceof Progress.Ended) {
            close();
            return;
        }
        // Not drawn by this thread: a terminal may be slow, or be stopped with Ctrl-S.
        text.hear(news);
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("herd-progress").start(this::draw);
        }
    }

    /** Erases the line; nothing is shown any more. */
    public synchronized void close() {
        ended.countDown();
        if (!shown.isEmpty()) {
            print("");
        }
    }

    private void draw() {
        try {
            for (var wait = soon; !isOver(wait); wait = pause) {
                show();
            }
        } catch (InterruptedException _) {
            // Interrupted only to end.
        }
    }

    private boolean isOver(Duration wait) throws InterruptedException {
        return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void show() {
        var line = text.line(width);
        if (ended.getCount() > 0 && !line.equals(shown)) {
            print(line);
        }
    }

    private void print(String line) {
        err.print(BACK + line + ERASE_REST);
        err.flush();
        shown = line;
    }
}
