package io.herd.gateway;

import io.herd.http.Closing;
import io.herd.http.HttpConnection;
import io.herd.http.RefusedRequestException;
import io.herd.http.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** A request on its way in, which has a time limit from its first byte to its last. */
final class Arriving implements AutoCloseable {

    private final HttpConnection connection;
    private final Duration patience;
    private final long since = System.nanoTime();
    private final Closing limit;
    private Optional<RequestHead> head = Optional.empty();
    private boolean whole;

    /**
     * @param connection on which something has come
     */
    Arriving(HttpConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
        // Then the rest is missing, and the client can be told so.
        this.limit = new Closing(connection::endInput, patience);
    }

    /**
     * Reads its head.
     *
     * @throws ProblemException when it is none that the gateway can serve
     */
    RequestHead head() throws IOException, ProblemException {
        try {
            var read =
                    connection
                            .next()
                            .orElseThrow(() ->
                                    unusable(
                                            Statuses.BAD_REQUEST,
                                            "there is no request, only blank lines"));
            head = Optional.of(read);
            if (read.length() == 0) {
                settle();
            }
            return read;
        } catch (RefusedRequestException e) {
            throw unusable(e.status(), String.valueOf(e.getMessage()));
        }
    }

    /** Its body, after its head. */
    InputStream body() throws IOException {
        var read = head.orElseThrow();
        if (read.expectsContinue()) {
            connection.goOn();
        }
        return connection.body(read);
    }

    /** Nothing of it will come any more. */
    void settle() {
        whole = true;
        limit.close();
    }

    /** What is wrong with it: that it was late, which can look like anything else, or this. */
    ProblemException unusable(int status, String why) {
        return System.nanoTime() - since >= patience.toNanos()
                ? new ProblemException(
                        Statuses.TOO_SLOW,
                        "the request has not come whole within %d s"
                                .formatted(patience.toSeconds()))
                : new ProblemException(status, why);
    }

    /** Whether it was read to its end, so that another may follow. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the client wants nothing more after it. */
    boolean isLast() {
        return head.map(RequestHead::last).orElse(true);
    }

    /** Whether only the head of the answer is wanted. */
    boolean isBodiless() {
        return head.filter(it -> it.method().equals("HEAD")).isPresent();
    }

    @Override
    public void close() {
        limit.close();
    }
}
