package io.herd.engine.docker.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What a daemon's archive of an image tells of it.
 *
 * @param files names of the files in it
 * @param manifest the text of the file that says which of them are layers; it comes last
 */
public record SavedImage(Set<String> files, Optional<String> manifest) {

    private static final String MANIFEST = "manifest.json";
    // Bytes; one layer takes some 80 in it.
    private static final int LONGEST = 1024 * 1024;

    public SavedImage {
        files = Set.copyOf(files);
    }

    /**
     * Reads an archive to its end.
     *
     * @throws IOException also when it is cut off
     */
    public static SavedImage read(InputStream archive) throws IOException {
        var files = new HashSet<String>();
        var manifest = Optional.<String>empty();
        var tar = new TarArchiveInputStream(archive, "UTF-8");
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(MANIFEST)) {
                manifest = Optional.of(new String(tar.readNBytes(LONGEST), UTF_8));
            } else if (entry.isFile()) {
                files.add(entry.getName());
            }
        }
        return new SavedImage(files, manifest);
    }
}
