package io.herd.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;

/** Limits what is read for one head; a body may be of any size. */
final class HeadInput extends FilterInputStream {

    private final int most;
    private int read;
    private boolean head;
    private boolean begun;

    HeadInput(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    /**
     * @param begun whether some of it has been read already
     */
    void beginHead(boolean begun) {
        this.begun = begun;
        head = true;
        read = 0;
    }

    void endHead() {
        head = false;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        return counted(n, n);
    }

    // The parser would take what there is for the whole head.
    private int counted(int result, int count) throws IOException {
        if (head && result < 0 && (begun || read > 0)) {
            throw new EOFException("the head of the request ends too soon");
        }
        if (head && result >= 0) {
            read += count;
            if (read > most) {
                throw new MessageConstraintException("the head of the request is too large");
            }
        }
        return result;
    }
}
