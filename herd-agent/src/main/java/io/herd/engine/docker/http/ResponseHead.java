package io.herd.engine.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The status and headers of an HTTP response.
 *
 * @param reason the words after the status; may be empty
 * @param headers by name, ignoring case
 */
record ResponseHead(int status, String reason, Map<String, List<String>> headers) {

    /** Maximum bytes; docker's own heads have about 300. */
    private static final int MAX_SIZE = 64 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");

    static ResponseHead read(InputStream input) throws IOException {
        var lines = new HeadLines(input, MAX_SIZE);
        var statusLine = STATUS_LINE.matcher(lines.next());
        if (!statusLine.matches()) {
            throw new ProtocolException("what it answered is no HTTP");
        }
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("what it answered has a broken header");
            }
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        var reason = statusLine.group(2);
        return new ResponseHead(
                Integer.parseInt(statusLine.group(1)),
                reason == null ? "" : reason.strip(),
                headers);
    }

    /** Whether the final response is still to come, as after 100 Continue. */
    boolean interim() {
        return status < 200 && status != 101;
    }

    /** The body that follows this head, delimited according to RFC 9112, section 6.3. */
    InputStream body(InputStream input) throws IOException {
        if (status == 101) {
            return input;
        }
        if (status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        if (chunked()) {
            return new ChunkedBody(input);
        }
        var lengths =
                headers.getOrDefault("Content-Length", List.of()).stream().distinct().toList();
        if (lengths.size() > 1) {
            throw new ProtocolException("what it answered has two lengths");
        }
        return lengths.isEmpty() ? input : new SizedBody(input, size(lengths.getFirst()));
    }

    /** Whether a body after this head says by itself where it ends. */
    boolean framed() {
        return status != 101
                && (status == 204
                        || status == 304
                        || chunked()
                        || headers.containsKey("Content-Length"));
    }

    private boolean chunked() {
        return headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
    }

    private static long size(String length) throws ProtocolException {
        if (!length.matches("\\d{1,18}")) {
            throw new ProtocolException("what it answered has a broken length");
        }
        return Long.parseLong(length);
    }
}
