package io.herd.engine.docker.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body of known length; an earlier end of the connection is an error, not the end of the
 * body.
 */
final class SizedBody extends BlockInput {

    private final InputStream input;
    private long left;

    SizedBody(InputStream input, long size) {
        this.input = input;
        this.left = size;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = input.read(bytes, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("it closed the connection in the middle of its answer");
        }
        left -= n;
        return n;
    }
}
