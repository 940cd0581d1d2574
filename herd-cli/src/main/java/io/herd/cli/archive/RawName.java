package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.Legible;
import java.net.URI;
import java.nio.file.Path;

/**
 * The name of a file as bytes, which need not be UTF-8. As text it is a legible form.
 *
 * @param latin1 each byte as the character of its number, as it is written into an archive
 */
public record RawName(String latin1) {

    // Nothing exists below a file, so resolving a name below it never looks anything up.
    private static final Path NOWHERE = Path.of("/dev/null");

    private static final String UNRESERVED = "-._~/";
    private static final int HEX = 16;

    /** The name that somebody has typed. */
    public static RawName of(String text) {
        return new RawName(new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    /**
     * The name of a path. Its text would have lost bytes that are not UTF-8; its URI has every
     * byte.
     */
    static RawName of(Path path) {
        var root = path.isAbsolute() ? "/" : "";
        int names = path.getNameCount();
        if (names == 0 || path.toString().isEmpty()) {
            return new RawName(root);
        }
        var below = NOWHERE.resolve(path.subpath(0, names)).toUri().getRawPath();
        return new RawName(root + decoded(below.substring(NOWHERE.toString().length() + 1)));
    }

    /**
     * The path with these bytes.
     *
     * @throws CopyException if no file can have this name
     */
    Path path() throws CopyException {
        if (latin1.indexOf(0) >= 0) {
            throw new CopyException("'%s' is no name: it has a zero byte".formatted(this));
        }
        // The conversion drops one slash at the end.
        var absolute = Path.of(URI.create("file:///" + encoded() + "/"));
        int names = absolute.getNameCount();
        if (latin1.startsWith("/")) {
            return absolute;
        }
        return names == 0 ? Path.of("") : absolute.subpath(0, names);
    }

    /** This name with more text appended. */
    RawName with(String more) {
        return new RawName(latin1 + more);
    }

    private String encoded() {
        var uri = new StringBuilder();
        latin1.chars()
                .forEach(c -> {
                    if (c < Byte.MAX_VALUE
                            && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                        uri.append((char) c);
                    } else {
                        uri.append("%%%02X".formatted(c));
                    }
                });
        return uri.toString();
    }

    private static String decoded(String uri) {
        var bytes = new StringBuilder();
        for (int at = 0; at < uri.length(); at++) {
            char c = uri.charAt(at);
            if (c == '%') {
                c = (char) Integer.parseInt(uri, at + 1, at + 3, HEX);
                at += 2;
            }
            bytes.append(c);
        }
        return bytes.toString();
    }

    @Override
    public String toString() {
        return Legible.of(latin1.getBytes(ISO_8859_1));
    }
}
