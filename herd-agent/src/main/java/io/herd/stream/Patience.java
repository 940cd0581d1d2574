package io.herd.stream;

import io.herd.action.Streaming;
import io.herd.action.Streaming.Attach;
import io.herd.action.Streaming.CopyIn;
import io.herd.action.Streaming.CopyOut;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.ExportContainer;
import io.herd.action.Streaming.FetchImage;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.OnBehalf;
import io.herd.action.Streaming.Relay;
import io.herd.action.Streaming.SaveImages;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time limits for silence of the other side of a stream, while it is waited for.
 *
 * @param signs maximum time without even a heartbeat ({@link io.herd.action.Frame.Alive})
 * @param news maximum time without any other frame; empty if there may be none for long
 * @param speaking whether this side is the one that sends data, until the end of its input
 */
public record Patience(Duration signs, Optional<Duration> news, boolean speaking) {

    // Agents send a heartbeat every two seconds.
    private static final Duration SIGNS = Duration.ofSeconds(10);

    // A daemon packs or unpacks whole layers without a word.
    private static final Duration LAYERS = Duration.ofMinutes(5);

    /**
     * The limits for a stream: one that ends by itself sends something until then; any other may
     * have nothing to send.
     */
    public static Patience with(Streaming what, Duration timeout) {
        return new Patience(SIGNS, news(what, timeout), isInput(what));
    }

    private static boolean isInput(Streaming what) {
        return what.asked() instanceof CopyIn || what.asked() instanceof LoadImages;
    }

    private static Optional<Duration> news(Streaming what, Duration timeout) {
        return switch (what) {
            case Logs logs -> once(!logs.follow(), timeout);
            case Stats stats -> once(!stats.follow(), timeout);
            case CopyOut _, CopyIn _, ExportContainer _ -> Optional.of(timeout);
            case SaveImages _, LoadImages _, FetchImage _ ->
                    Optional.of(timeout.compareTo(LAYERS) > 0 ? timeout : LAYERS);
            case Events events -> events.until().map(until -> ahead(until).plus(timeout));
            case Exec _, Attach _, Wait _, Relay _ -> Optional.empty();
            case OnBehalf(_, var then) -> news(then, timeout);
        };
    }

    private static Optional<Duration> once(boolean ends, Duration timeout) {
        return Optional.of(timeout).filter(_ -> ends);
    }

    /** The time until a moment, given in seconds since 1970; zero once it has passed. */
    private static Duration ahead(String moment) {
        var seconds = new BigDecimal(moment);
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        var left =
                Duration.between(Instant.now(), Instant.ofEpochSecond(seconds.longValue(), nanos));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
