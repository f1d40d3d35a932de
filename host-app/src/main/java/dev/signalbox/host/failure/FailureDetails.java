package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words about one failure, with its raw fields on demand. */
final class FailureDetails {
    private static final String DOING = "failure.doing";
    private static final String WHY = "failure.why";
    private static final String NEXT = "failure.next";
    private static final String RAW = "failure.raw";

    private final WordsPane pane;
    private final FailureWords words;
    private boolean raw;
    private Failure.@Nullable Key shown;

    FailureDetails(FailureWords words) {
        this.words = words;
        Texts texts = Texts.of(FailureDetails.class);
        pane = new WordsPane(texts.get("window.details"));
        pane.add(DOING, texts.get("part.doing"));
        pane.add(WHY, texts.get("part.why"));
        pane.add(NEXT, texts.get("part.next"));
        pane.add(RAW, texts.get("part.raw"));
        pane.show(RAW, false);
    }

    WordsPane pane() {
        return pane;
    }

    boolean showsRaw() {
        return raw;
    }

    void showRaw(boolean shown) {
        raw = shown;
        pane.show(RAW, shown);
    }

    void show(@Nullable Failure failure) {
        Failure.Key now = failure == null ? null : failure.key();
        if (!Objects.equals(now, shown)) {
            shown = now;
            pane.scrollToTop();
        }
        pane.set(DOING, failure == null ? "" : words.doing(failure));
        pane.set(WHY, failure == null ? "" : FailureWords.why(failure));
        pane.set(NEXT, failure == null ? "" : words.next(failure));
        pane.set(RAW, failure == null ? "" : words.raw(failure));
    }
}
