package io.herd.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build of herd. */
public final class Version {

    /** Such as {@code 0.1.0}; the build writes it. */
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        try (var in = Version.class.getResourceAsStream("version")) {
            if (in == null) {
                throw new IllegalStateException("this build carries no version");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
