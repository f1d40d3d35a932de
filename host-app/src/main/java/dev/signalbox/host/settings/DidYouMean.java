package dev.signalbox.host.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the key somebody probably meant. Keys are compared by single slips of the fingers, and not as picocli does it, by
 * shared letter pairs: there {@code dmo} is nothing like {@code demo}, and every variable is much like every other because
 * all begin alike.
 */
public final class DidYouMean {
    /** One more and short keys begin to look alike. */
    private static final int MOST_SLIPS = 2;

    private DidYouMean() {}

    /**
     * A hint.
     *
     * @param unknown what was given
     * @param known what there is; of equally near ones the first is taken
     * @return such as {@code Did you mean sse.url?}, or a pointer to {@code --help}
     */
    public static String hint(String unknown, Collection<String> known) {
        String given = unknown.toLowerCase(Locale.ROOT);
        return nearest(unknown, known)
                .or(() ->
                        known.stream().filter(key -> key.endsWith("." + given)).findFirst())
                .map(near -> "Did you mean " + near + "?")
                .orElse("See --help.");
    }

    /**
     * The key that was probably meant.
     *
     * @param unknown what was given
     * @param known what there is; of equally near ones the first is taken
     * @return one of them, or empty if none is near
     */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        String given = unknown.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(key -> slips(given, key.toLowerCase(Locale.ROOT)) <= mostSlips(given))
                .min(Comparator.comparingInt(key -> slips(given, key.toLowerCase(Locale.ROOT))));
    }

    private static int mostSlips(String given) {
        return Math.min(MOST_SLIPS, given.length() / 3);
    }

    /** Letters added, left out, replaced, or swapped with their neighbour (the optimal string alignment distance). */
    static int slips(String given, String meant) {
        int[][] slips = new int[given.length() + 1][meant.length() + 1];
        for (int i = 0; i <= given.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : least(slips, given, meant, i, j);
            }
        }
        return slips[given.length()][meant.length()];
    }

    private static int least(int[][] slips, String given, String meant, int i, int j) {
        int replaced = slips[i - 1][j - 1] + (given.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && given.charAt(i - 1) == meant.charAt(j - 2)
                && given.charAt(i - 2) == meant.charAt(j - 1);
        return swapped ? Math.min(least, 1 + slips[i - 2][j - 2]) : least;
    }
}
