package io.herd.cli.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A path as docker cp reads it, here or in a container: {@code dir} is a directory, {@code dir/.}
 * what is in it, and {@code dir/} must be one.
 */
public record CopyPath(String text) {

    /** Whether what is in it is meant, not itself. */
    boolean isContents() {
        return text.equals(".") || text.endsWith("/.");
    }

    /**
     * What the top of its archive is called in a container; empty for the contents of a directory,
     * and for the root.
     */
    public Optional<String> top() {
        return isContents()
                ? Optional.empty()
                : Optional.ofNullable(Path.of("/", text).normalize().getFileName())
                        .map(Path::toString);
    }

    /** Where a link at its end leads; what stands there to say what is meant stays. */
    public CopyPath at(String linkTarget) {
        return new CopyPath(linkTarget + (isContents() ? "/." : text.endsWith("/") ? "/" : ""));
    }

    /** Whether only a directory will do. */
    boolean assertsDirectory() {
        return text.endsWith("/") || isContents();
    }

    /** Its last name; "." for the contents of a directory, and for the root. */
    public String base() {
        var name = clean().getFileName();
        return isContents() || name == null || name.toString().isEmpty() ? "." : name.toString();
    }

    /** The directory that it is in; for contents the one whose they are. */
    String directory() {
        if (isContents()) {
            return shown(clean());
        }
        var parent = clean().getParent();
        return parent == null ? (clean().isAbsolute() ? "/" : ".") : parent.toString();
    }

    private Path clean() {
        return Path.of(text).normalize();
    }

    private static String shown(Path path) {
        return path.toString().isEmpty() ? "." : path.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
