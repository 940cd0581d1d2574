package io.herd.cli.shell;

import io.herd.cli.render.Notice;
import io.herd.cluster.JoinException;
import java.time.Duration;

/**
 * Checks the connection to the herd every second: keeps the prompt's numbers up to date, and joins
 * again when the herd was lost.
 */
final class ConnectionMonitor implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Joined joined;
    private final Editor editor;
    private final Thread thread;
    private boolean lost;
    private String shown = "";

    private ConnectionMonitor(Joined joined, Editor editor) {
        this.joined = joined;
        this.editor = editor;
        this.thread = Thread.ofVirtual().name("herd-pulse").unstarted(this::run);
    }

    static ConnectionMonitor start(Joined joined, Editor editor) {
        var pulse = new ConnectionMonitor(joined, editor);
        pulse.thread.start();
        return pulse;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                beat();
            }
        } catch (InterruptedException e) {
            // The shell ends.
        }
    }

    private void beat() {
        if (!joined.look()) {
            // Joining takes a while: show the loss before.
            refresh();
        }
        try {
            joined.herd();
            if (lost) {
                editor.tell(
                        Notice.of(
                                "the herd is back: %d of %d nodes"
                                        .formatted(joined.up(), joined.seen())));
            }
            lost = false;
        } catch (JoinException e) {
            if (!lost) {
                editor.tell(Notice.of("the herd is lost, and is looked for: " + e.getMessage()));
            }
            lost = true;
        }
        refresh();
    }

    private void refresh() {
        var now = joined.up() + "/" + joined.seen();
        if (!now.equals(shown)) {
            shown = now;
            editor.refresh();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
