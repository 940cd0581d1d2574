package io.herd.stream;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Closes a session when the other side is silent for longer than its {@link Patience} allows. Only
 * time spent waiting counts: not while this side does not read, nor while this process is stopped.
 * Thread-safe.
 */
final class Silence {

    private static final Duration LONGEST_BEAT = Duration.ofMillis(250);
    private static final int BEATS = 20;

    private final Session session;
    private final Patience patience;
    private final Duration beat;
    private final Thread thread;
    private boolean receiving;
    private boolean sending;
    private boolean speaking;
    private Duration sinceSign = Duration.ZERO;
    private Duration sinceNews = Duration.ZERO;
    private Optional<Outcome> end = Optional.empty();

    Silence(Session session, Patience patience) {
        this.session = session;
        this.patience = patience;
        this.speaking = patience.speaking();
        var part = patience.news().orElse(patience.signs()).dividedBy(BEATS).plusMillis(1);
        this.beat = part.compareTo(LONGEST_BEAT) < 0 ? part : LONGEST_BEAT;
        // A platform thread for the same reason as in DeadlineGuard.
        this.thread = Thread.ofPlatform().daemon().name("herd-silence").start(this::watch);
    }

    /** Reads a frame; after too long a silence returns the failure that says so. */
    Frame receive(Reading reading) throws IOException {
        begin();
        try {
            var frame = reading.read();
            heard(frame);
            return frame;
        } catch (IOException e) {
            return new Frame.Failed(end().orElseThrow(() -> e));
        }
    }

    @FunctionalInterface
    interface Reading {
        Frame read() throws IOException;
    }

    private synchronized void begin() {
        receiving = true;
    }

    private synchronized void heard(Frame frame) {
        receiving = false;
        sinceSign = Duration.ZERO;
        if (!(frame instanceof Frame.Alive)) {
            sinceNews = Duration.ZERO;
        }
    }

    private synchronized Optional<Outcome> end() {
        return end;
    }

    /** Notes that this side begins to wait for the other side to take a frame. */
    synchronized void sends() {
        sending = true;
        sinceNews = Duration.ZERO;
    }

    synchronized void sent(Frame frame) {
        sending = false;
        speaking &= !(frame instanceof Frame.EndOfInput);
    }

    /** Ends the watching. */
    void stop() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (end().isEmpty()) {
                Thread.sleep(beat);
                count();
            }
            session.close();
        } catch (InterruptedException e) {
            // The session has ended without it.
        }
    }

    // Counts beats instead of reading the clock, which goes on while this process is stopped.
    private synchronized void count() {
        if (!receiving) {
            return;
        }
        sinceSign = sinceSign.plus(beat);
        if (sending || !speaking) {
            sinceNews = sinceNews.plus(beat);
        }
        if (patience.news().filter(most -> sinceNews.compareTo(most) >= 0).isPresent()) {
            end = patience.news().map(Outcome.TimedOut::new);
        } else if (sinceSign.compareTo(patience.signs()) >= 0) {
            end = Optional.of(new Outcome.Unreachable(noSign()));
        }
    }

    private String noSign() {
        return "no sign of life from it for %.1f s".formatted(patience.signs().toMillis() / 1000.0);
    }
}
