package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import io.herd.cli.flow.Unwritten;
import io.herd.model.Legible;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a command on the terminal's alternate screen; the main screen is as before afterwards.
 */
final class Watch {

    // Alternate screen, no cursor, no wrapping: a line that is too long ends at the edge.
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";
    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private static final int CTRL_C = 3;

    private final ShellCommandLine.Watch what;
    private final Connector connector;
    private final CommandContext context;
    private final Console console;
    private final Tty tty;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean left;
    private volatile Optional<Unwritten> unwritten = Optional.empty();
    private volatile Optional<Foreground> running = Optional.empty();

    Watch(ShellCommandLine.Watch what, Connector connector, CommandContext context, Tty tty) {
        this.what = what;
        this.connector = connector;
        this.context = context;
        this.console = context.console();
        this.tty = tty;
    }

    /** Runs until the user leaves; returns why the picture could not be written, if so. */
    Optional<Unwritten> run() {
        var keys = Thread.ofPlatform().daemon().name("herd-keys").unstarted(this::readKeys);
        try (var _ = tty.raw(_ -> wakes.release())) {
            write(ENTER);
            keys.start();
            while (!left) {
                round();
            }
        } finally {
            keys.interrupt();
            write(LEAVE);
        }
        return unwritten;
    }

    private void round() {
        wakes.drainPermits();
        look().map(screenful -> screenful.painted(tty.size())).ifPresent(this::write);
        try {
            // A change of the window's size ends the pause: it repaints at once.
            if (!left) {
                var _ = wakes.tryAcquire(what.every().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            left = true;
        }
    }

    private Optional<Screenful> look() {
        var captured = new Captured(console.colour());
        var inside = context.unattended(captured);
        var look = new Foreground(what.arguments(), connector, inside);
        running = Optional.of(look);
        if (left) {
            look.cancel();
        }
        return look.run()
                .map(ran -> {
                    new Out(captured).print(ran, tty.size().columns());
                    return new Screenful(title(), captured.results(), captured.remarks());
                });
    }

    private String title() {
        var seconds = Double.toString(what.every().toMillis() / 1000.0).replaceFirst("\\.0$", "");
        return "Every %s s: %s   (%s, q leaves)"
                .formatted(
                        seconds,
                        Legible.of(String.join(" ", what.arguments())),
                        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    }

    private void readKeys() {
        try {
            int key = console.in().read();
            while (key >= 0 && key != 'q' && key != 'Q' && key != CTRL_C) {
                key = console.in().read();
            }
            leave();
        } catch (IOException e) {
            // Left already, or the input has failed and nobody can press a key any more.
            leave();
        }
    }

    private void leave() {
        left = true;
        running.ifPresent(Foreground::cancel);
        wakes.release();
    }

    private void write(String text) {
        var why = console.write(text);
        if (why.isPresent()) {
            unwritten = why;
            leave();
        }
    }
}
