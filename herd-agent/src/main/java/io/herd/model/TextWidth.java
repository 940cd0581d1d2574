package io.herd.model;

/**
 * Measures text in the cells of a terminal, as {@code wcwidth} does: a combining mark takes none,
 * an ideograph or an emoji two. A terminal that joins several emoji into one shows them narrower.
 */
public final class TextWidth {

    // Only what is beyond this can be anything but one cell wide.
    private static final int FIRST_COMBINING = 0x300;

    // Unicode's East_Asian_Width W and F, but for emoji: UAX #11.
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0xa4cf},
        {0xa960, 0xa97c},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe10, 0xfe19},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x16fe0, 0x18df2},
        {0x1aff0, 0x1b2fb},
        {0x1f200, 0x1f265},
        {0x20000, 0x3fffd}
    };

    private TextWidth() {}

    public static int of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return text.codePoints().map(TextWidth::of).sum();
            }
        }
        return text.length();
    }

    /** The text, shortened so that it takes no more cells than this. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        // One cell is for the ellipsis. Marks stay with the character that they belong to.
        int at = 0;
        int cells = 0;
        while (cells + of(text.codePointAt(at)) < width) {
            cells += of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(0, at) + "…";
    }

    private static int of(int c) {
        if (c < FIRST_COMBINING) {
            return 1;
        }
        return isCombining(c) ? 0 : isWide(c) ? 2 : 1;
    }

    private static boolean isCombining(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // Joiners, among others.
            case Character.FORMAT -> true;
            // Vowels and final consonants of Hangul, which are drawn into the first one.
            default -> c >= 0x1160 && c <= 0x11ff;
        };
    }

    private static boolean isWide(int c) {
        if (Character.isEmojiPresentation(c)) {
            return true;
        }
        for (var range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
