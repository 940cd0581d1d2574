package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * The unix attributes of a file; of a link itself, not of its target.
 *
 * @param mode its lower twelve bits
 * @param links number of hard links
 */
record UnixFile(Kind kind, int mode, int user, int group, int links, FileTime modified) {

    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        PIPE,
        OTHER
    }

    private static final String ATTRIBUTES = "unix:mode,uid,gid,nlink,lastModifiedTime";
    private static final FileTime EPOCH = FileTime.fromMillis(0);

    // From stat(2): the mask of the file's kind in the mode, the kinds, and the mask of the other
    // bits.
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int DIRECTORY = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int BITS = 07777;

    static UnixFile of(Path path) throws IOException {
        var read = Files.readAttributes(path, ATTRIBUTES, NOFOLLOW_LINKS);
        int mode = number(read, "mode");
        return new UnixFile(
                switch (mode & KIND) {
                    case FILE -> Kind.FILE;
                    case DIRECTORY -> Kind.DIRECTORY;
                    case LINK -> Kind.LINK;
                    case PIPE -> Kind.PIPE;
                    default -> Kind.OTHER;
                },
                mode & BITS,
                number(read, "uid"),
                number(read, "gid"),
                number(read, "nlink"),
                read.get("lastModifiedTime") instanceof FileTime time ? time : EPOCH);
    }

    private static int number(Map<String, Object> read, String attribute) {
        return read.get(attribute) instanceof Integer number ? number : 0;
    }

    static void setMode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode & BITS, NOFOLLOW_LINKS);
    }

    static void setOwner(Path path, int user, int group) throws IOException {
        Files.setAttribute(path, "unix:uid", user, NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", group, NOFOLLOW_LINKS);
    }
}
