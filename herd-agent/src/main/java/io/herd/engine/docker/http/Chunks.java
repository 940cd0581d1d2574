package io.herd.engine.docker.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a body in the chunked encoding of RFC 9112, section 7.1; closing it ends only the body.
 */
public final class Chunks extends OutputStream {

    private final OutputStream output;

    public Chunks(OutputStream output) {
        this.output = output;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            output.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
            output.write(bytes, offset, length);
            output.write("\r\n".getBytes(US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        output.write("0\r\n\r\n".getBytes(US_ASCII));
    }
}
