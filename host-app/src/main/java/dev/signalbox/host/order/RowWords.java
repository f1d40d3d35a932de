package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.time.Instant;

/** What stands in a cell. Texts from outside are kept as they came; those who show them see to it that they stay text. */
final class RowWords {
    private final Texts texts;
    private final LocalTimes times;

    RowWords(Texts texts, LocalTimes times) {
        this.texts = texts;
        this.times = times;
    }

    String of(OrderRow row, OrderColumn column) {
        return switch (column) {
            case ORDER -> row.id();
            case STATE -> row.state();
            case STATUS -> status(row.meaning(), row.status());
            case MESSAGE -> row.message();
            case UPDATED -> row.moved() ? times.of(row.updated()) : "";
            case TOPIC -> row.key().topic();
            case SOURCE -> row.key().source();
        };
    }

    String status(Meaning meaning, String status) {
        if (meaning == Meaning.QUIET) {
            return texts.get("status.quiet");
        }
        return status.isBlank() ? texts.get("status.none") : status;
    }

    String exactly(Instant at) {
        return times.exactly(at);
    }

    String header(OrderColumn column) {
        return texts.get("column." + column.key());
    }
}
