package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An answer of HTTP as it came over the wire.
 *
 * @param status the first line
 * @param headers sorted, since their order says nothing
 * @param body a character for each byte, without the borders of chunks
 */
record WireAnswer(String status, List<String> headers, String body) {

    /**
     * Asks, and reads until the other side ends.
     *
     * @param target as it is to stand in the first line
     * @param form empty if there is none
     */
    static WireAnswer to(Path socket, String method, String target, String form)
            throws IOException {
        var length = method.equals("GET") || method.equals("HEAD") ? "" : length(form);
        var request =
                "%s %s HTTP/1.1\r\nHost: docker\r\n%sConnection: close\r\n\r\n%s"
                        .formatted(method, target, length, form);
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Channels.newOutputStream(channel).write(request.getBytes(ISO_8859_1));
            return of(new String(Channels.newInputStream(channel).readAllBytes(), ISO_8859_1));
        }
    }

    private static String length(String form) {
        return "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(form.length());
    }

    private static WireAnswer of(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("this is no answer: '%s'".formatted(text));
        }
        var head = text.substring(0, end).split("\r\n");
        var headers = List.of(head).subList(1, head.length).stream().sorted().toList();
        var body = text.substring(end + 4);
        var chunked = headers.contains("Transfer-Encoding: chunked") && !body.isEmpty();
        return new WireAnswer(head[0], headers, chunked ? joined(body) : body);
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                throw new AssertionError("the last chunk is missing in '%s'".formatted(chunks));
            }
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    /** The same with something done to each header, of which nothing may be left, and the body. */
    WireAnswer each(UnaryOperator<String> change) {
        return new WireAnswer(
                status,
                headers.stream().map(change).filter(it -> !it.isEmpty()).toList(),
                change.apply(body));
    }

    @Override
    public String toString() {
        return "%s%n%s%n%n%s".formatted(status, String.join("\n", headers), body);
    }
}
