package io.herd.engine.docker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads the lines of an HTTP head, up to a maximum number of bytes in all. */
final class HeadLines {

    private final InputStream input;
    private int left;

    HeadLines(InputStream input, int maxBytes) {
        this.input = input;
        this.left = maxBytes;
    }

    /** The next line without its end, CR LF or a bare LF. */
    String next() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int b = input.read(); b != '\n'; b = input.read()) {
            if (b < 0) {
                throw new EOFException("it closed the connection before its answer was complete");
            }
            if (--left < 0) {
                throw new ProtocolException("the head of its answer is too long");
            }
            line.write(b);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
