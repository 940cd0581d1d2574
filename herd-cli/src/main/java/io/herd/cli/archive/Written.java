package io.herd.cli.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;

/**
 * Output stream to a file whose errors are {@link FileSystemException}s, which tells them from
 * errors while reading the content.
 */
final class Written extends FilterOutputStream {

    Written(OutputStream file) {
        super(file);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw ofTheFile(e);
        }
    }

    // Some file systems report only now that there was no room.
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw ofTheFile(e);
        }
    }

    private static IOException ofTheFile(IOException e) {
        var told = new FileSystemException(null, null, e.getMessage());
        told.initCause(e);
        return told;
    }
}
