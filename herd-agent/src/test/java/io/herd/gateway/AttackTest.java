package io.herd.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.model.RawJson;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-meaning client makes. */
class AttackTest {

    private static final String LIST = "{\"action\": \"list-containers\"}";
    private static final String CHUNKED =
            "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

    // Held here, because the logging of the JDK forgets those that nobody holds.
    private final Logger log = Logger.getLogger("io.herd.gateway");
    private final Kept kept = new Kept();

    @TempDir Path templates;
    private GatewayHerd herd;

    @BeforeEach
    void open() throws Exception {
        log.addHandler(kept);
        herd = new GatewayHerd(templates);
    }

    @AfterEach
    void close() {
        herd.close();
        log.removeHandler(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "zz", "", "0x1c", "1c ", "ffffffffffffffff", "11111111111111111111"})
    void aChunkOfNonsenseSizeIsABadRequestAndNoErrorOfOurs(String size) throws Exception {
        var answer = answerTo(CHUNKED + size + "\r\n" + LIST + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Content-Length, or in chunks");
        assertThat(kept.records).isEmpty();
        assertThat(herd.post(LIST).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80000000", "ffffffff", "7fffffffffffffff"})
    void aChunkThatIsAnnouncedAndDoesNotComeIsWaitedForNoLongerThanAnyRequest(String size)
            throws Exception {
        var answer = answerTo(CHUNKED + size + "\r\n" + LIST + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("has not come whole within 2 s");
        assertThat(kept.records).isEmpty();
        assertThat(herd.post(LIST).status()).isEqualTo(200);
    }

    @Test
    void whatFollowsTheTrailersOfABodyIsTheNextRequest() throws Exception {
        var answer =
                answerTo(
                        CHUNKED
                                + Integer.toHexString(LIST.length())
                                + "\r\n"
                                + LIST
                                + "\r\n0\r\nX-Sum: 1\r\n\r\n"
                                + "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"Body\":[]", "healthy");
        assertThat(kept.records).isEmpty();
    }

    @Test
    void whoWaitsToBeToldSoIsToldToSendTheBody() throws Exception {
        try (var socket = herd.connect()) {
            send(
                    socket,
                    "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: "
                            + LIST.length()
                            + "\r\n\r\n");
            var told = new String(socket.getInputStream().readNBytes(25), US_ASCII);
            send(socket, LIST);

            assertThat(told).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyThatEndsTooSoonIsABadRequest() throws Exception {
        try (var socket = herd.connect()) {
            send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n" + LIST);
            socket.shutdownOutput();

            assertThat(rest(socket)).startsWith("HTTP/1.1 400 ");
        }
        assertThat(kept.records).isEmpty();
    }

    @Test
    void nothingBehindABrokenBodyIsTakenForARequest() throws Exception {
        var answer =
                answerTo(
                        CHUNKED
                                + "1c\r\n"
                                + LIST
                                + "\r\n0\r\nX-Sum: 1\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).contains("Connection: close").doesNotContain("healthy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET / HTTP/1.1;there is no Host header",
                "GET / HTTP/1.2;there is no Host header",
                "GET / HTTX/1.1~Host: localhost;Invalid protocol version.*HTTX/1.1.*: use HTTP/1.1",
                "GET / HTTP/2.0~Host: localhost;ends with 'HTTP/2.0'",
                "GET / HTTP/0.9~Host: localhost;ends with 'HTTP/0.9'",
                "GET / http/1.1~Host: localhost;Invalid protocol version.*http/1.1",
                "GET / HTTP/1.10~Host: localhost;ends with 'HTTP/1.10'",
                "GET / HTTP/1.1~Host: localhost~Host: localhost;there are 2 Host headers",
                "POST / HTTX/1.1~Host: localhost;Invalid protocol version.*HTTX/1.1",
            })
    void aHeadThatIsNotHttpIsABadRequest(String head, String why) throws Exception {
        var answer = answerTo(head.replace("~", "\r\n") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsPattern(why);
    }

    @Test
    void http10NeedsNoHost() throws Exception {
        assertThat(answerTo("GET /health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void largeAnswersAreMadeOneAfterTheOther() throws Exception {
        var large = new RawJson("[\"" + "é".repeat(6 << 20) + "\"]");
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        herd.cluster.with(
                "a",
                (_, _) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    await().pollDelay(Duration.ofMillis(50)).until(() -> true);
                    now.decrementAndGet();
                    return new Outcome.Done(new Result.Document(large));
                });
        // From here on it is known how large they are.
        assertThat(herd.post(LIST).body()).hasSizeGreaterThan(6 << 20);
        most.set(0);

        var statuses = atOnce(4);

        assertThat(most).hasValue(1);
        assertThat(statuses).containsOnly(200);
    }

    @Test
    void whatFindsNoRoomIsToldWhenToAskAgainAndSmallRequestsGoOn() throws Exception {
        var large = new RawJson("[\"" + "x".repeat(30 << 20) + "\"]");
        var release = new CountDownLatch(1);
        herd.cluster.with("a", (_, _) -> new Outcome.Done(new Result.Document(large)));
        assertThat(herd.post(LIST).status()).isEqualTo(200);
        var asked = new CountDownLatch(1);
        herd.cluster.with(
                "a",
                (_, deadline) -> {
                    asked.countDown();
                    await().atMost(deadline.remaining()).until(() -> release.getCount() == 0);
                    return new Outcome.Done(new Result.Document(large));
                });
        var first = Thread.ofVirtual().start(() -> atOnce(1));
        asked.await();

        var got = herd.post(LIST);
        var small = herd.post("{\"action\": \"register\", \"hostname\": \"b\"}");
        release.countDown();
        first.join();

        assertThat(got.status()).isEqualTo(503);
        assertThat(got.header("Retry-After")).isEqualTo("5");
        assertThat(got.body()).contains("try again later");
        assertThat(small.status()).isEqualTo(200);
        assertThat(herd.post(LIST).status()).isEqualTo(200);
    }

    private List<Integer> atOnce(int requests) {
        var statuses = new CopyOnWriteArrayList<Integer>();
        for (int i = 0; i < requests; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            statuses.add(herd.post(LIST).status());
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> statuses.size() == requests);
        return statuses;
    }

    private String answerTo(String request) throws Exception {
        try (var socket = herd.connect()) {
            send(socket, request);
            return rest(socket);
        }
    }

    private static void send(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Until the other side closes. */
    private static String rest(Socket socket) throws Exception {
        var text = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                text.append((char) c);
            }
        } catch (SocketException _) {
            // What was sent behind the end of the request is never read: a reset follows the
            // answer.
        }
        return text.toString();
    }

    /** What the agent's log would have of warnings and errors. */
    private static final class Kept extends Handler {

        private final List<String> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                records.add(logged.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
