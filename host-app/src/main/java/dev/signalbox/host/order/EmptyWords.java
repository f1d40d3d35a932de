package dev.signalbox.host.order;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.host.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a table without rows says: why it is empty, and what to do.
 *
 * @param title why
 * @param lines what to do, in lines short enough to be read
 * @param offersStart whether the ways to get a stream are offered
 */
record EmptyWords(String title, List<String> lines, boolean offersStart) {
    private static final int LINE_LENGTH = 72;
    private static final int MOST_LINES = 4;

    /** For a book that has rows, none of which the filter lets through. */
    static EmptyWords ofFilter(Texts texts, OrderFilter filter) {
        String kind = filter.quick().key();
        if (filter.query().isEmpty()) {
            return new EmptyWords(texts.get("empty.none." + kind), List.of(texts.get("empty.none.next")), false);
        }
        return new EmptyWords(
                texts.get("empty.match." + kind, shortened(filter.query().text())),
                List.of(texts.get("empty.match.next")),
                false);
    }

    /** For a book without rows. */
    static EmptyWords ofConnection(Texts texts, LocalTimes times, Optional<ConnectionChanged> best) {
        if (best.isEmpty()) {
            return new EmptyWords(texts.get("empty.nothing"), List.of(texts.get("empty.nothing.next")), true);
        }
        ConnectionChanged now = best.get();
        String key = "empty." + now.state().name().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>(wrapped(now.reason()));
        now.nextAttempt().ifPresent(at -> lines.add(texts.get("empty.waiting.until", times.of(at))));
        lines.add(texts.get(key + ".next"));
        boolean start = now.state().readyState() == 2 && now.state() != ConnectionState.PAUSED;
        return new EmptyWords(texts.get(key, now.source()), lines, start);
    }

    /** Breaks a text from outside into a few lines, at blanks where there are any. */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            if (rest.length() <= LINE_LENGTH) {
                lines.add(rest);
                break;
            }
            if (lines.size() == MOST_LINES - 1) {
                lines.add(rest.substring(0, LINE_LENGTH) + "…");
                break;
            }
            int blank = rest.lastIndexOf(' ', LINE_LENGTH);
            int end = blank > 0 ? blank : LINE_LENGTH;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    private static String shortened(String text) {
        return text.length() <= LINE_LENGTH / 2 ? text : text.substring(0, LINE_LENGTH / 2) + "…";
    }
}
