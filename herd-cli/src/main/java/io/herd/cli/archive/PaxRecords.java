package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a pax header, which describe a file: such as {@code 12 path=a/b}, each with its
 * own length in front and a line end behind.
 *
 * @param records without length and line end, each byte as the character of its number
 */
record PaxRecords(List<String> records) {

    private static final String SIZE = "size=";
    private static final int SHOWN = 40;

    /**
     * Parses the body of a pax header.
     *
     * @throws CopyException if it is something else
     */
    static PaxRecords of(byte[] header) throws CopyException {
        var text = new String(header, ISO_8859_1);
        var records = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            int space = text.indexOf(' ', at);
            int end = space < 0 ? 0 : at + number(text.substring(at, space));
            if (end <= space + 1 || end > text.length() || text.charAt(end - 1) != '\n') {
                throw new CopyException(broken(text.substring(at)));
            }
            records.add(text.substring(space + 1, end - 1));
            at = end;
        }
        return new PaxRecords(records);
    }

    /** The size of the file in bytes, if a record gives it. */
    Optional<Long> size() throws CopyException {
        for (var record : records.reversed()) {
            if (record.startsWith(SIZE)) {
                return Optional.of(bytes(record));
            }
        }
        return Optional.empty();
    }

    private static long bytes(String record) throws CopyException {
        try {
            long size = Long.parseLong(record.substring(SIZE.length()));
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new CopyException(broken(record), e);
        }
        throw new CopyException(broken(record));
    }

    private static int number(String digits) throws CopyException {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw new CopyException(broken(digits), e);
        }
    }

    private static String broken(String record) {
        var some = record.substring(0, Math.min(record.length(), SHOWN));
        return "the archive is broken: '%s' is said of a file".formatted(new RawName(some));
    }

    /**
     * The header encoded for a reader that decodes it as UTF-8, so that it gets these characters.
     */
    byte[] utf8() {
        var header = new StringBuilder();
        for (var record : records) {
            int rest = record.getBytes(UTF_8).length + 2;
            int length = rest + Integer.toString(rest).length();
            // The length counts its own digits, and may get one more by that.
            length = rest + Integer.toString(length).length();
            header.append(length).append(' ').append(record).append('\n');
        }
        return header.toString().getBytes(UTF_8);
    }
}
