package io.herd.cli.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A path as docker cp reads it, here or in a container: {@code dir} is the directory itself, {@code
 * dir/.} its contents, and {@code dir/} must be a directory.
 */
public record CopyPath(String text) {

    /** Whether the contents of the directory are meant, not the directory itself. */
    boolean isContents() {
        var trimmed = text.replaceFirst("/+$", "");
        return trimmed.equals(".") || trimmed.endsWith("/.");
    }

    /**
     * The name at the top of the archive that the daemon makes of this path; empty for the contents
     * of a directory, and for the root.
     */
    public Optional<String> top() {
        return isContents()
                ? Optional.empty()
                : Optional.ofNullable(Path.of("/", text).normalize().getFileName())
                        .map(Path::toString);
    }

    /**
     * The path to which a link at this path leads; a {@code /} or {@code /.} at the end is kept.
     */
    public CopyPath at(String linkTarget) {
        return new CopyPath(linkTarget + (isContents() ? "/." : text.endsWith("/") ? "/" : ""));
    }

    /** Whether the path must be a directory. */
    boolean assertsDirectory() {
        return text.endsWith("/") || isContents();
    }

    /** The last name of the path; "." for the contents of a directory, and for the root. */
    public String base() {
        var name = clean().getFileName();
        return isContents() || name == null || name.toString().isEmpty() ? "." : name.toString();
    }

    /** The directory that the path is in; for contents, the directory itself. */
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
