package io.herd.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.model.RawJson;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take too much, too long, or too many. */
class LimitsTest {

    private static final String LIST = "{\"action\": \"list-containers\"}";

    @TempDir Path templates;
    private GatewayHerd herd;
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        herd = new GatewayHerd(templates);
    }

    @AfterEach
    void close() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        herd.close();
    }

    @Test
    void aHugeBodyIsTooLarge() throws Exception {
        var got = herd.post("{\"action\": \"" + "x".repeat(4 << 20) + "\"}");

        assertThat(got.status()).isEqualTo(413);
        assertThat(got.body()).contains("larger than 64 KiB");
    }

    @Test
    void aHugeBodyOfUnknownLengthIsTooLargeToo() throws Exception {
        var body = new byte[1 << 20];
        var got =
                herd.got(
                        herd.request("/")
                                .POST(BodyPublishers.ofByteArrays(List.of(body, body, body))));

        assertThat(got.status()).isEqualTo(413);
    }

    @Test
    void aBodyJustUnderTheLimitIsRead() throws Exception {
        var filler = " ".repeat(GatewayHerd.LIMITS.body() - LIST.length());

        assertThat(herd.post(LIST + filler).status()).isEqualTo(200);
        assertThat(herd.post(LIST + filler + " ").status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"action\""
            })
    void aClientThatNeverFinishesIsCutOffAndHurtsNobody(String beginning) throws Exception {
        var slow = connect();
        slow.getOutputStream().write(beginning.getBytes(US_ASCII));

        assertThat(herd.post(LIST).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> isCutOff(slow));
    }

    @Test
    void aClientThatDripsIsCutOffAllTheSame() throws Exception {
        var slow = connect();
        slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n".getBytes(US_ASCII));

        awaitRefusalOf(slow, "X-A: b\r\n");
    }

    @Test
    void manyIdleConnectionsDoNotKeepOthersOut() throws Exception {
        for (int i = 0; i < 200; i++) {
            connect();
        }

        assertThat(herd.post(LIST).status()).isEqualTo(200);
        assertThat(herd.get("/health").status()).isEqualTo(200);
    }

    @Test
    void ofMoreConnectionsThanTheMostThoseThatAskNothingGoFirst() throws Exception {
        for (int i = 0; i < 300; i++) {
            connect();
        }

        assertThat(herd.get("/health").status()).isEqualTo(200);
        assertThat(isCutOff(sockets.getFirst())).isTrue();
        assertThat(isCutOff(sockets.getLast())).isFalse();
    }

    @Test
    void tooManyHeadersAreRefused() throws Exception {
        var request = herd.request("/");
        for (int i = 0; i < 150; i++) {
            request.header("X-" + i, "x");
        }

        assertTooLarge(herd.got(request));
    }

    @Test
    void aHugeHeaderIsRefused() throws Exception {
        var request = herd.request("/").header("X-Huge", "x".repeat(64 * 1024));

        assertTooLarge(herd.got(request));
    }

    private static void assertTooLarge(GatewayHerd.Got got) {
        assertThat(got.status()).isEqualTo(431);
        assertThat(got.body())
                .contains("a line may have 32768 bytes, all 32768, and there may be 100 headers");
    }

    @Test
    void aClientThatDoesNotFetchItsAnswerIsCutOff() throws Exception {
        var large = new RawJson("[\"" + "x".repeat(32 << 20) + "\"]");
        herd.cluster.with("a", (_, _) -> new Outcome.Done(new Result.Document(large)));
        var slow = connect();
        slow.getOutputStream()
                .write(
                        ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                        + LIST.length()
                                        + "\r\n\r\n"
                                        + LIST)
                                .getBytes(US_ASCII));
        var in = slow.getInputStream();
        assertThat(in.read()).isEqualTo('H');

        awaitRefusalOf(slow, "x");

        assertThat(rest(slow)).isLessThan(32 << 20);
    }

    @Test
    void whoWaitsTooLongForATurnIsToldSoAndProbesNeedNone() throws Exception {
        var release = new CountDownLatch(1);
        herd.cluster.with(
                "a",
                (_, deadline) -> {
                    awaitQuietly(release);
                    return new Outcome.TimedOut(deadline.remaining());
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 6; i++) {
                asked.add(threads.submit(() -> herd.post(LIST).status()));
            }
            assertThat(herd.get("/health").status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> asked.stream().filter(Future::isDone).count() == 2);
            release.countDown();
            var statuses = new ArrayList<Integer>();
            for (var each : asked) {
                statuses.add(each.get());
            }

            assertThat(statuses).containsExactlyInAnyOrder(503, 503, 504, 504, 504, 504);
        } finally {
            release.countDown();
        }
    }

    /** Goes on sending until the other side takes no more. */
    private static void awaitRefusalOf(Socket socket, String more) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThatThrownBy(() ->
                                        socket.getOutputStream().write(more.getBytes(US_ASCII)))
                                .isInstanceOf(SocketException.class));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws Exception {
        var socket = herd.connect();
        sockets.add(socket);
        return socket;
    }

    /** Whether it ends, be it after an answer. */
    private static boolean isCutOff(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        try {
            var _ = socket.getInputStream().readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    private static long rest(Socket socket) throws IOException {
        long read = 0;
        var sink = new byte[1 << 16];
        try {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(sink)) {
                read += n;
            }
        } catch (SocketException _) {
            // A reset is a way of being cut off.
        }
        return read;
    }
}
