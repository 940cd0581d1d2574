package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.herd.model.AddressText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listening socket that notes every request and answers by a script. */
final class RecordingEndpoint implements AutoCloseable {

    /**
     * @param head the request line and the headers, each with its line's end
     */
    record Seen(String head, String body) {

        String line() {
            return head.substring(0, head.indexOf(" HTTP/1.1\r\n"));
        }
    }

    /** Writes an answer; the connection is closed after it. */
    @FunctionalInterface
    interface Script {
        void answer(Seen seen, OutputStream output) throws Exception;
    }

    private final ServerSocketChannel server;
    private final Script script;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> listening;

    private RecordingEndpoint(ServerSocketChannel server, Script script) {
        this.server = server;
        this.script = script;
        this.listening = CompletableFuture.runAsync(this::listen, Thread::startVirtualThread);
    }

    static RecordingEndpoint unix(Path socket, Script script) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return new RecordingEndpoint(server, script);
    }

    static RecordingEndpoint tcp(Script script) throws IOException {
        return tcp(InetAddress.getLoopbackAddress(), script);
    }

    static RecordingEndpoint tcp(InetAddress address, Script script) throws IOException {
        var server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(address, 0));
        return new RecordingEndpoint(server, script);
    }

    /** Answers pings as a daemon of this API version does, and leaves the rest to the script. */
    static Script daemon(String apiVersion, Script rest) {
        return (request, output) -> {
            if (request.line().equals("GET /_ping")) {
                write(
                        output,
                        "HTTP/1.1 200 OK\r\nApi-Version: %s\r\nContent-Length: 2\r\n\r\nOK"
                                .formatted(apiVersion));
            } else {
                rest.answer(request, output);
            }
        };
    }

    static Script json(int status, String body) {
        return (_, output) ->
                write(
                        output,
                        "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(status, body.getBytes(UTF_8).length, body));
    }

    static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(UTF_8));
    }

    String address() throws IOException {
        return switch (server.getLocalAddress()) {
            case UnixDomainSocketAddress unix -> "unix://" + unix.getPath();
            case InetSocketAddress tcp -> "tcp://" + AddressText.of(tcp);
            default -> throw new IllegalStateException();
        };
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<String> lines() {
        return seen.stream().map(Seen::line).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        // While somebody waits for a connection, the system still takes them.
        listening.orTimeout(5, SECONDS).join();
    }

    private void listen() {
        new Connections(server).serve(this::serve);
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var request = read(new BufferedInputStream(Channels.newInputStream(channel)));
            seen.add(request);
            script.answer(request, Channels.newOutputStream(channel));
        } catch (Exception _) {
            // The client went away, or the script wants it to look so.
        }
    }

    private static Seen read(InputStream input) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int b = input.read();
            if (b < 0) {
                throw new IOException("the client closed the connection in the head");
            }
            head.append((char) b);
        }
        var text = head.toString();
        int at = text.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
        var body = new String(input.readNBytes(length), UTF_8);
        return new Seen(new String(text.getBytes(ISO_8859_1), UTF_8), body);
    }
}
