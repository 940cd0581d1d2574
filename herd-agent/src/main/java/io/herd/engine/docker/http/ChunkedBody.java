package io.herd.engine.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Pattern;

/** Reads a body in the chunked encoding of RFC 9112, section 7.1. */
final class ChunkedBody extends BlockInput {

    /** Maximum bytes of the line before a chunk, and of all trailers. */
    private static final int MAX_LINE = 8 * 1024;

    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})\\s*(;.*)?");

    private final InputStream input;
    private InputStream chunk = InputStream.nullInputStream();
    private boolean first = true;
    private boolean ended;

    ChunkedBody(InputStream input) {
        this.input = input;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int n = chunk.read(bytes, offset, length);
            if (n >= 0) {
                return n;
            }
            nextChunk();
        }
        return -1;
    }

    private void nextChunk() throws IOException {
        var lines = new HeadLines(input, MAX_LINE);
        if (!first && !lines.next().isEmpty()) {
            throw broken();
        }
        first = false;
        var size = SIZE.matcher(lines.next());
        if (!size.matches()) {
            throw broken();
        }
        chunk = new SizedBody(input, Long.parseLong(size.group(1), 16));
        if (size.group(1).matches("0+")) {
            ended = true;
            while (!lines.next().isEmpty()) {
                // Trailers are ignored.
            }
        }
    }

    private static ProtocolException broken() {
        return new ProtocolException("what it answered has a broken chunk");
    }
}
