package dev.signalbox.host.bench.road;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was last said of an order.
 *
 * @param order its id
 * @param state its state
 * @param status its status
 * @param message its message, a {@link Stamp}
 */
record LastWord(String order, String state, String status, String message) {
    private static final String BETWEEN = "|";
    private static final int MOST_TOLD = 3;

    String line() {
        return String.join(BETWEEN, order, state, status, message);
    }

    static LastWord parse(String line) {
        String[] parts = line.split("\\|", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "The server's last word of an order has four parts, and not '" + line + "'.");
        }
        return new LastWord(parts[0], parts[1], parts[2], parts[3]);
    }

    /**
     * Compares what is shown with what the server said last.
     *
     * @param said by the server
     * @param shown the cells of each row, by order
     * @return what differs, in words; empty when nothing does
     */
    static String difference(Collection<LastWord> said, Map<String, List<String>> shown) {
        List<String> differences = new ArrayList<>();
        for (LastWord word : said) {
            List<String> cells = shown.getOrDefault(word.order(), List.of());
            if (!cells.containsAll(List.of(word.state(), word.status(), word.message()))) {
                differences.add(
                        cells.isEmpty()
                                ? "%s is not shown".formatted(word.order())
                                : "%s should be %s and its row is %s".formatted(word.order(), word, cells));
            }
        }
        if (shown.size() != said.size()) {
            differences.add("there are %d rows for %d orders".formatted(shown.size(), said.size()));
        }
        int more = differences.size() - MOST_TOLD;
        return String.join("; ", differences.subList(0, Math.min(MOST_TOLD, differences.size())))
                + (more > 0 ? "; and %d more".formatted(more) : "");
    }
}
