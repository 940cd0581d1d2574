package io.herd.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Failure;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming.Window;
import io.herd.api.ApiHead;
import io.herd.api.Header;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    static Stream<Frame> frames() {
        return Stream.of(
                new Frame.Begun(),
                new Frame.Head(new ApiHead(101, "UPGRADED", List.of(new Header("A", "é")), false)),
                new Frame.Out(bytes("out")),
                new Frame.Out(bytes("a piece of it").slice(2, 5)),
                new Frame.Err(bytes("é")),
                new Frame.Document(new RawJson("{\"a\": [1.0, \"é\"]}")),
                new Frame.In(ByteBuffer.allocate(100_000)),
                new Frame.EndOfInput(),
                new Frame.Resized(new Window(24, 80)),
                new Frame.Alive(),
                new Frame.Exited(-1),
                new Frame.Ended(),
                new Frame.Failed(
                        new Outcome.Failed(new Failure(Failure.Kind.NOT_FOUND, "no such"))));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameArrivesAsItWasSent(Frame frame) throws Exception {
        var sent = new ByteArrayOutputStream();
        writing(sent).send(frame);

        assertThat(reading(sent.toByteArray()).receive()).isEqualTo(frame);
    }

    @Test
    void noneIsForgotten() {
        assertThat(frames().<Class<?>>map(Frame::getClass).distinct())
                .containsExactlyInAnyOrder(Frame.class.getPermittedSubclasses());
    }

    @Test
    void theEndOfTheConnectionIsNoFrame() {
        assertThatThrownBy(() -> reading(new byte[0]).receive()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reading(new byte[] {'o', 0, 0, 0, 9, 'x'}).receive())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void whoIsFullIsHeardAlsoByWhoCouldNotAskAnyMore() throws Exception {
        var full = new Frame.Failed(new Outcome.Refused("too many"));
        var said = new ByteArrayOutputStream();
        writing(said).send(full);
        var hungUp =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        var soon = Deadline.in(Duration.ofSeconds(5));

        assertThat(answering(said.toByteArray(), hungUp).ask(new Frame.Begun(), soon))
                .isEqualTo(full);
        assertThatThrownBy(() -> answering(new byte[0], hungUp).ask(new Frame.Begun(), soon))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    private static Session answering(byte[] said, OutputStream out) {
        return new Session(new ByteArrayInputStream(said), out, () -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "o\u007f\u007f\u007f\u007f",
                "?\0\0\0\0",
                "x\0\0\0\1x",
                "d\0\0\0\1{",
                "f\0\0\0\2{}",
            })
    void whatIsNoFrameIsRefused(String text) {
        assertThatThrownBy(() -> reading(text.getBytes(UTF_8)).receive())
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void whoSaysNothingIsLeftAtTheDeadline() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var silent = new Socket(server.getInetAddress(), server.getLocalPort());
                var session =
                        new Session(silent.getInputStream(), silent.getOutputStream(), silent)) {
            assertThatThrownBy(() -> session.receive(Deadline.in(Duration.ofMillis(50))))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private static Session writing(OutputStream to) {
        return new Session(InputStream.nullInputStream(), to, () -> {});
    }

    private static Session reading(byte[] bytes) throws IOException {
        return new Session(
                new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), () -> {});
    }
}
