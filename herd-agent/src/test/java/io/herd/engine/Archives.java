package io.herd.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Tar archives with one file, as POSIX has them. */
final class Archives {

    private static final int BLOCK = 512;
    private static final int NAME = 100;

    private Archives() {}

    /**
     * @param content less than a block
     */
    static byte[] of(String name, String content) {
        // One for the head, one for the content, two for the end.
        var archive = new byte[4 * BLOCK];
        put(archive, 0, name);
        put(archive, NAME, "0000644\0000000000\0000000000\0");
        put(archive, 124, "%011o\000%011o\000".formatted(content.length(), 0));
        put(archive, 148, "        0");
        put(archive, 257, "ustar\00000");
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += archive[i] & 0xff;
        }
        put(archive, 148, "%06o\0 ".formatted(sum));
        put(archive, BLOCK, content);
        return archive;
    }

    /**
     * What a file has in an archive whose first it is; what other tars put before is passed over.
     */
    static String contentOf(String name, byte[] archive) {
        for (int at = 0; at + BLOCK < archive.length; at += BLOCK) {
            if (nameAt(archive, at).equals(name)) {
                int size = Integer.parseInt(new String(archive, at + 124, 11, US_ASCII), 8);
                return new String(archive, at + BLOCK, size, US_ASCII);
            }
        }
        throw new AssertionError("no " + name + " in the archive");
    }

    static String nameOf(byte[] archive) {
        return nameAt(archive, 0);
    }

    private static String nameAt(byte[] archive, int at) {
        var name = new String(Arrays.copyOfRange(archive, at, at + NAME), US_ASCII);
        return name.substring(0, Math.max(0, name.indexOf('\0')));
    }

    private static void put(byte[] archive, int at, String text) {
        System.arraycopy(text.getBytes(US_ASCII), 0, archive, at, text.length());
    }
}
