package io.herd.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Measures and writes large texts as UTF-8, without a copy of the whole. */
public final class Utf8 {

    /** The character by which the JVM replaces invalid bytes, which are lost then. */
    public static final String LOST = "\ufffd";

    private static final int PIECE = 1 << 13;

    private Utf8() {}

    /** The length in bytes. */
    public static long length(String text) {
        long length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (Character.isSurrogatePair(
                    c, at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
                length += 4;
                at++;
            } else {
                // Half a surrogate pair is written as a question mark.
                length++;
            }
        }
        return length;
    }

    /** Writes the text, in as many bytes as {@link #length} returns. */
    public static void write(String text, OutputStream out) throws IOException {
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = Math.min(text.length(), at + PIECE);
            if (Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length()) {
                end++;
            }
            out.write(text.substring(at, end).getBytes(UTF_8));
        }
    }
}
