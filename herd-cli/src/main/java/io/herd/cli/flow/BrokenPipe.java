package io.herd.cli.flow;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;

/**
 * Recognises the error of writing to a pipe that nobody reads any more. Java keeps only the
 * system's text of the error, which is in the user's language; so the system is asked for its text
 * of EPIPE.
 */
final class BrokenPipe {

    // The number in errno.h, on Linux and on macOS.
    private static final int EPIPE = 32;

    private BrokenPipe() {}

    static boolean isIn(IOException e) {
        return text().equals(e.getMessage());
    }

    @SuppressWarnings("restricted")
    private static String text() {
        var linker = Linker.nativeLinker();
        var strerror =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("strerror"),
                        FunctionDescriptor.of(ADDRESS, JAVA_INT));
        try {
            return read(((MemorySegment) strerror.invokeExact(EPIPE)).reinterpret(Long.MAX_VALUE));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot ask the system for its words", e);
        }
    }

    private static String read(MemorySegment text) {
        var bytes = new ByteArrayOutputStream();
        for (long at = 0; text.get(JAVA_BYTE, at) != 0; at++) {
            bytes.write(text.get(JAVA_BYTE, at));
        }
        // The charset in which Java decodes the system's texts, too.
        return bytes.toString(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }
}
