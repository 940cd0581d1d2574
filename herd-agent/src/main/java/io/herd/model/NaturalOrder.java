package io.herd.model;

import java.util.Comparator;

/**
 * The order in which people sort names: numbers in them by value, so that web-2 is before web-10.
 */
public final class NaturalOrder {

    /** Consistent with equals. */
    public static final Comparator<String> OF_NAMES =
            ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        int order = 0;
        while (order == 0 && i < a.length() && j < b.length()) {
            int endOfA = endOfDigits(a, i);
            int endOfB = endOfDigits(b, j);
            if (endOfA > i && endOfB > j) {
                order = numbers(a.substring(i, endOfA), b.substring(j, endOfB));
                i = endOfA;
                j = endOfB;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
        }
        return order != 0 ? order : Integer.compare(a.length() - i, b.length() - j);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    // A number may be longer than any integer.
    private static int numbers(String a, String b) {
        var one = a.replaceFirst("^0+", "");
        var other = b.replaceFirst("^0+", "");
        return one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }
}
