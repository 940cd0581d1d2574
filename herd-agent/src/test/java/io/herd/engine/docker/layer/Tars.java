package io.herd.engine.docker.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Tar archives of several files. */
final class Tars {

    private Tars() {}

    /**
     * @param namesAndContents in turn; a name that ends with a slash is a directory's
     */
    static byte[] of(String... namesAndContents) throws IOException {
        var made = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(made, "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                put(out, namesAndContents[i], namesAndContents[i + 1]);
            }
        }
        return made.toByteArray();
    }

    static void put(TarArchiveOutputStream out, String name, String content) throws IOException {
        var bytes = content.getBytes(UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }
}
