package dev.signalbox.host.order;

import dev.signalbox.host.export.Harmless;
import dev.signalbox.host.export.JsonObject;
import java.time.Duration;
import java.util.List;

/** The changes of one row as text, for a message to a colleague, or as JSON, for a program. */
final class CopiedHistory {

    private CopiedHistory() {}

    /** A line each, the newest first, cells between two blanks. */
    static String text(RowKey key, List<RowChange> newestFirst, long older, HistoryWords words) {
        StringBuilder text = new StringBuilder();
        Harmless.append(text, key.key() + " (" + key.source() + ")");
        text.append('\n');
        for (int i = 0; i < newestFirst.size(); i++) {
            RowChange change = newestFirst.get(i);
            Harmless.append(text, words.inFull(change.at()));
            append(
                    text,
                    i + 1 < newestFirst.size()
                            ? words.elapsed(
                                    Duration.between(newestFirst.get(i + 1).at(), change.at()))
                            : "");
            append(text, change.state());
            append(text, change.status());
            append(text, change.message());
            if (change.repeats() > 0) {
                append(text, "(" + words.repeats(change) + ")");
            }
            text.append('\n');
        }
        if (older > 0) {
            text.append(words.older(older)).append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String cell) {
        if (!cell.isEmpty()) {
            text.append("  ");
            Harmless.append(text, cell);
        }
    }

    /** The changes the newest first, as on screen. */
    static String json(RowKey key, RowHistory history) {
        StringBuilder text = new StringBuilder();
        JsonObject row = JsonObject.in(text)
                .text("source", key.source())
                .text("topic", key.topic())
                .text("key", key.key())
                .number("olderLetGo", history.letGo())
                .field("changes");
        text.append('[');
        String before = "\n  ";
        for (RowChange change : history.newestFirst()) {
            text.append(before);
            JsonObject.in(text)
                    .time("at", change.at())
                    .text("state", change.state())
                    .text("status", change.status())
                    .text("message", change.message())
                    .number("repeats", change.repeats())
                    .time("lastAt", change.repeats() == 0 ? change.at() : change.lastRepeat())
                    .end();
            before = ",\n  ";
        }
        text.append(']');
        row.end();
        return text.append('\n').toString();
    }
}
