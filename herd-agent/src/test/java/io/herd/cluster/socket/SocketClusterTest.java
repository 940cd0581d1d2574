package io.herd.cluster.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.Handler;
import io.herd.cluster.InProcessCluster;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Echo;
import io.herd.stream.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The herd through the Unix socket of an agent, as against joining it. */
class SocketClusterTest {

    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final Action DESCRIBE = new Action.DescribeNode();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final InProcessCluster herd = new InProcessCluster().with("a", says("a"));
    private final Echo echo = new Echo();

    @SuppressWarnings("NullAway.Init")
    private Path socket;

    @SuppressWarnings("NullAway.Init")
    private SocketServer server;

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("run/herd.sock");
        server = SocketServer.open(socket, "test", A, herd, echo, CommandHandler.NONE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Timeout(30)
    void anAgentThatTakesNoConnectionsIsNotWaitedForAnyLonger() throws Exception {
        var full = UnixDomainSocketAddress.of(directory.resolve("full"));
        try (var stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(full, 1);
            while (isTaken(full)) {}

            assertThat(SocketCluster.at(full.getPath())).isEmpty();
        }
    }

    private static boolean isTaken(UnixDomainSocketAddress queue) throws IOException {
        try (var waiting = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            waiting.configureBlocking(false);
            return waiting.connect(queue);
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void whoAsksAtTheSocketSeesTheHerd() {
        herd.with("b", says("b"));
        var cluster = client();

        assertThat(cluster.herd()).isEqualTo("test");
        assertThat(cluster.members()).isEqualTo(herd.members());
        assertThat(cluster.send(B, DESCRIBE, soon())).isEqualTo(saidBy("b"));
        assertThat(cluster.gather(Set.of(A, B), DESCRIBE, soon()).byNode())
                .containsEntry(A, saidBy("a"))
                .containsEntry(B, saidBy("b"));
    }

    @Test
    void anOlderAgentThatDoesNotKnowAQuestionIsQuotedAndEveryNodeAccountedFor() throws Exception {
        var cluster = client();
        server.close();
        try (var older = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            older.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(() -> refuseOne(older));

            assertThat(cluster.gather(Set.of(A, B), DESCRIBE, soon()).byNode().values())
                    .hasSize(2)
                    .containsOnly(
                            new Outcome.Refused("by the agent of this host: no 'node.fly' here"));
        }
    }

    private static void refuseOne(ServerSocketChannel older) {
        try (var session = Sessions.over(older.accept())) {
            var _ = session.receive();
            session.send(new Frame.Failed(new Outcome.Refused("no 'node.fly' here")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoHasLeftIsNoMemberAnyMore() {
        herd.with("b", says("b"));
        var cluster = client();
        herd.leave("b");

        assertThat(cluster.members()).hasSize(1);
        assertThat(cluster.send(B, DESCRIBE, soon())).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void aStreamOfTheAgentsOwnNodeFlowsThroughTheSocket() throws Exception {
        var opening = client().open(A, Echo.cat(), soon());

        assertThat(opening).isInstanceOf(Opening.Open.class);
        try (var session = ((Opening.Open) opening).session()) {
            session.send(new Frame.In(ByteBuffer.wrap("hello".getBytes(UTF_8))));
            assertThat(session.receive())
                    .isEqualTo(new Frame.Out(ByteBuffer.wrap("hello".getBytes(UTF_8))));
            session.send(new Frame.EndOfInput());
            assertThat(session.receive()).isEqualTo(new Frame.Exited(7));
        }
        await().untilAsserted(() -> assertThat(echo.serving()).isZero());
    }

    @Test
    void anAgentThatStopsIsNamedAsTheReason() {
        var cluster = client();
        assertThat(cluster.lost()).isFalse();
        server.close();

        assertThat(cluster.lost()).isTrue();
        assertThat(cluster.members()).isEqualTo(herd.members());
        assertThat(cluster.send(A, DESCRIBE, soon()))
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        lost ->
                                assertThat(lost.reason())
                                        .startsWith("lost the agent of this host"));
        assertThat(socket).doesNotExist();
    }

    @Test
    void aChangeIsCarriedThroughThoughNobodyWaitsForIt() throws Exception {
        var goOn = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        askAndLeave(new Action.StartContainer("abc"), goOn, interrupted);

        assertThat(client().members()).hasSize(1);
        goOn.countDown();

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
    }

    /** Returns when it was asked and whoever asked has left; the answer waits for {@code goOn}. */
    private void askAndLeave(
            Action action, CountDownLatch goOn, CompletableFuture<Boolean> interrupted)
            throws InterruptedException {
        var asked = new CountDownLatch(1);
        herd.with(
                "a",
                (_, _) -> {
                    asked.countDown();
                    try {
                        goOn.await();
                        interrupted.complete(false);
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                    }
                    return saidBy("a");
                });
        var asker = Thread.ofPlatform().start(() -> client().send(A, action, soon()));
        asked.await();
        asker.interrupt();
        asker.join();
    }

    @Test
    void nobodyElseMayWriteToTheSocket() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .matches("rw-(rw-|---)---");
    }

    @Test
    void aSecondAgentIsToldWhoIsThere() {
        assertThatThrownBy(
                        () -> SocketServer.open(socket, "test", B, herd, echo, CommandHandler.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another agent does; choose another --socket");
        assertThat(client().members()).hasSize(1);
    }

    @Test
    void whatAKilledAgentLeftIsReplaced() throws Exception {
        var path = directory.resolve("old.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();

        try (var _ = SocketServer.open(path, "test", A, herd, echo, CommandHandler.NONE)) {
            assertThat(SocketCluster.at(path)).isPresent();
        }
    }

    @Test
    void whereNobodyListensThereIsNoHerd() {
        assertThat(SocketCluster.at(directory.resolve("nothing.sock"))).isEmpty();
    }

    @Test
    void whoSendsGarbageIsCutOffAndNobodyElse() throws Exception {
        try (var stranger = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            stranger.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)));

            assertThat(isCutOff(stranger)).isTrue();
        }
        assertThat(client().members()).hasSize(1);
    }

    @Test
    @Timeout(30)
    void whoAsksAByteAtATimeIsCutOffAllTheSame() throws Exception {
        var started = System.nanoTime();
        try (var slow = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertThatThrownBy(
                            () -> {
                                // The head of a document of a mebibyte, and its first bytes.
                                slow.write(ByteBuffer.wrap(new byte[] {'d', 0, 16, 0, 0}));
                                while (true) {
                                    slow.write(ByteBuffer.wrap(new byte[] {' '}));
                                    Thread.sleep(50);
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(client().members()).hasSize(1);
    }

    @Test
    void theSystemSaysWhoAsksWhateverHeSaysHimself() {
        var root = new Caller("nobody-of-that-name", By.SOCKET, "z");
        var _ = client().send(A, new Action.OnBehalf(root, DESCRIBE), soon());
        var _ = client().open(B, new Streaming.OnBehalf(root, Echo.cat()), soon());

        var me = new Caller(System.getProperty("user.name"), By.SOCKET, "a");
        assertThat(herd.callers()).containsExactly(me, me);
    }

    private Optional<SocketDispatcher.Own> own() {
        return Optional.of(new SocketDispatcher.Own(A, echo));
    }

    @Test
    void itIsKnownHowLongNobodyHasBeenThere() throws Exception {
        var path = directory.resolve("own.sock");
        try (var own = SocketServer.ofUser(path, "test", herd, CommandHandler.NONE)) {
            await().until(() -> own.quiet().toMillis() >= 50);
            try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                await().until(() -> own.quiet().isZero());
            }
            await().until(() -> own.quiet().toMillis() >= 50);
        }
    }

    @Test
    void aUsersOwnSocketIsHisAlone() throws Exception {
        var path = directory.resolve("own.sock");
        try (var own = SocketServer.ofUser(path, "test", herd, CommandHandler.NONE)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(SocketCluster.at(path).orElseThrow().send(A, DESCRIBE, soon()))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(own.isThere()).isTrue();

            Files.delete(path);

            assertThat(own.isThere()).isFalse();
        }
    }

    @Test
    void whoeverComesTakesThePlaceOfTheOldestThatHasNotAsked() throws Exception {
        var path = directory.resolve("small.sock");
        var answering = new SocketDispatcher("test", own(), herd, CommandHandler.NONE);
        try (var _ = SocketServer.open(path, answering, 2);
                var first = SocketChannel.open(UnixDomainSocketAddress.of(path));
                var second = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            assertThat(SocketCluster.at(path)).isPresent();

            assertThat(isCutOff(first)).isTrue();
            second.configureBlocking(false);
            assertThat(second.read(ByteBuffer.allocate(1))).isZero();
        }
    }

    @Test
    void whereAllHaveAskedWhoeverComesIsRefused() throws Exception {
        var path = directory.resolve("small.sock");
        var answering = new SocketDispatcher("test", own(), herd, CommandHandler.NONE);
        try (var _ = SocketServer.open(path, answering, 1)) {
            var cluster = SocketCluster.at(path).orElseThrow();
            await().until(() -> cluster.open(A, Echo.cat(), soon()) instanceof Opening.Open);

            assertThat(cluster.send(A, DESCRIBE, soon()))
                    .isEqualTo(
                            new Outcome.Refused(
                                    "by the agent of this host: too many connections at %s: try again"
                                            .formatted(path)));
        }
    }

    // With bytes of ours that it has not read, it is a reset and no end.
    private static boolean isCutOff(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private SocketCluster client() {
        return SocketCluster.at(socket).orElseThrow();
    }

    private static Handler says(String name) {
        return (_, _) -> saidBy(name);
    }

    private static Outcome saidBy(String name) {
        return new Outcome.Done(new Result.Document(new RawJson("\"" + name + "\"")));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
