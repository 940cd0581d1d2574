package io.herd.stream;

import io.herd.action.Streaming;
import io.herd.action.Streaming.Attach;
import io.herd.action.Streaming.CopyIn;
import io.herd.action.Streaming.CopyOut;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the other side of a stream may be silent while it is waited for.
 *
 * @param signs how long not even a sign of life may come
 * @param news how long nothing else may come; empty where that is usual
 * @param speaking whether it is this side that speaks, until the end of its input
 */
public record Patience(Duration signs, Optional<Duration> news, boolean speaking) {

    // Agents give one every two seconds.
    private static final Duration SIGNS = Duration.ofSeconds(10);

    /**
     * A stream that ends by itself says something until then; any other may have nothing to say.
     */
    public static Patience with(Streaming what, Duration timeout) {
        return new Patience(SIGNS, news(what, timeout), what instanceof CopyIn);
    }

    private static Optional<Duration> news(Streaming what, Duration timeout) {
        return switch (what) {
            case Logs logs -> once(!logs.follow(), timeout);
            case Stats stats -> once(!stats.follow(), timeout);
            case CopyOut _, CopyIn _ -> Optional.of(timeout);
            case Events events -> events.until().map(until -> ahead(until).plus(timeout));
            case Exec _, Attach _, Wait _ -> Optional.empty();
        };
    }

    private static Optional<Duration> once(boolean ends, Duration timeout) {
        return Optional.of(timeout).filter(_ -> ends);
    }

    /** How far a moment is away, in seconds since 1970; zero once it has passed. */
    private static Duration ahead(String moment) {
        var seconds = new BigDecimal(moment);
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        var left =
                Duration.between(Instant.now(), Instant.ofEpochSecond(seconds.longValue(), nanos));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
