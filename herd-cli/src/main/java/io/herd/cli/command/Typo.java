package io.herd.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Suggests words for a mistyped one. Picocli's own suggestions compare pairs of letters, which
 * finds nothing for 'lgos' and too much for 'contaner'.
 */
final class Typo {

    // Words of this length or more may have two errors, shorter ones one.
    private static final int LONG = 6;

    private Typo() {}

    /** The words that are close enough, the closest first. */
    static List<String> of(String typed, Collection<String> words) {
        int most = typed.length() < LONG ? 1 : 2;
        return words.stream()
                .filter(word -> distance(typed, word) <= most)
                .sorted(Comparator.comparingInt(word -> distance(typed, word)))
                .toList();
    }

    /**
     * The number of errors: letters that are wrong, missing or too many, or two neighbours swapped.
     */
    static int distance(String a, String b) {
        var distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : shortest(a, b, i, j, distances);
            }
        }
        return distances[a.length()][b.length()];
    }

    private static int shortest(String a, String b, int i, int j, int[][] distances) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        distances[i - 1][j - 1] + wrong,
                        1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
        boolean changedPlaces =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return changedPlaces ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
    }
}
