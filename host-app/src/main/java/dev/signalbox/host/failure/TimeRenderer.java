package dev.signalbox.host.failure;

import dev.signalbox.host.ui.PlainCellRenderer;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A time in a table cell. */
final class TimeRenderer extends PlainCellRenderer {
    private final Function<Instant, String> words;

    TimeRenderer(Function<Instant, String> words) {
        this.words = words;
    }

    @Override
    protected void setValue(@Nullable Object value) {
        setText(value instanceof Instant time ? words.apply(time) : "");
    }
}
