package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.time.Instant;

/** What stands in a cell. Texts from outside are kept as they came; those who show them see to it that they stay text. */
final class RowWords {
    private final Texts texts;
    private final LocalTimes times;
    private final RelativeTimes relative;
    private final String quiet;
    private final String none;

    RowWords(Texts texts, LocalTimes times) {
        this.texts = texts;
        this.times = times;
        this.relative = new RelativeTimes(texts, times);
        this.quiet = texts.get("status.quiet");
        this.none = texts.get("status.none");
    }

    /** As it is copied: a time is the time, not how long ago. */
    String of(OrderRow row, OrderColumn column) {
        return switch (column) {
            case ORDER -> row.id();
            case STATE -> row.state();
            case STATUS -> status(row.meaning(), row.status());
            case MESSAGE -> row.message();
            case UPDATED -> row.moved() ? times.of(row.updated()) : "";
            case AGE -> row.moved() ? times.of(row.stateSince()) : "";
            case TOPIC -> row.key().topic();
            case SOURCE -> row.key().source();
        };
    }

    String status(Meaning meaning, String status) {
        if (meaning == Meaning.QUIET) {
            return quiet;
        }
        return status.isBlank() ? none : status;
    }

    /** As it is shown at a moment: a time is how long ago. Makes nothing new for times of the last day. */
    String at(Instant now, OrderRow row, OrderColumn column) {
        if (!column.isTime()) {
            return of(row, column);
        }
        if (!row.moved()) {
            return "";
        }
        return column == OrderColumn.UPDATED
                ? relative.ago(row.updated(), now)
                : relative.lasting(row.stateSince(), now);
    }

    /** Whether a column of times says something else of a row than before. */
    boolean change(OrderRow row, OrderColumn column, Instant before, Instant now) {
        return row.moved() && relative.change(time(row, column), before, now);
    }

    /** What a column of times stands for, to the second. */
    String exactly(OrderRow row, OrderColumn column) {
        if (!row.moved()) {
            return "";
        }
        String time = times.exactly(time(row, column));
        return column == OrderColumn.AGE ? texts.get("time.since", row.state(), time) : time;
    }

    private static Instant time(OrderRow row, OrderColumn column) {
        return column == OrderColumn.UPDATED ? row.updated() : row.stateSince();
    }

    Instant now() {
        return times.now();
    }

    String exactly(Instant at) {
        return times.exactly(at);
    }

    String header(OrderColumn column) {
        return texts.get("column." + column.key());
    }
}
