package io.herd.http;

import io.herd.api.Header;
import java.util.List;
import java.util.Optional;

/**
 * The head of a request.
 *
 * @param target as the client wrote it
 * @param old whether it is of HTTP/1.0, which knows no chunks
 * @param length bytes of the body, or {@link #CHUNKED} if they come in chunks
 */
public record RequestHead(
        String method, String target, boolean old, List<Header> headers, long length) {

    public static final long CHUNKED = -1;

    public RequestHead {
        headers = List.copyOf(headers);
    }

    /** All values of a header. */
    public List<String> values(String name) {
        return headers.stream().filter(it -> it.is(name)).map(Header::value).toList();
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        return Header.find(headers, name);
    }

    /** Whether the client waits with the body until it is told to go on. */
    public boolean expectsContinue() {
        return length != 0 && first("Expect").filter("100-continue"::equalsIgnoreCase).isPresent();
    }

    /** Whether the client asks nothing more on this connection. */
    public boolean last() {
        return first("Connection").map("close"::equalsIgnoreCase).orElse(old);
    }
}
