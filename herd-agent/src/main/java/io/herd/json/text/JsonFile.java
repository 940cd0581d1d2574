package io.herd.json.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people write; one that is far too large is none of these. */
public final class JsonFile {

    private static final int LARGEST = 1 << 20;

    private JsonFile() {}

    /**
     * @throws IOException also if the file has more than 1 MiB, which may be a device without end
     */
    public static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it has more than 1 MiB");
            }
            return new String(bytes, UTF_8);
        }
    }
}
