package io.herd.cli.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;

/** Tells what is wrong with a file from what is wrong with that which is to be written into it. */
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

    // Some file systems say only now that there was no room.
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
