package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;

/** The load in words. */
final class LoadWords {
    private static final Texts TEXTS = Texts.of(LoadWords.class);
    private static final long MEGABYTE = 1 << 20;

    private LoadWords() {}

    static String line(Load load) {
        String line = TEXTS.get("load", load.heapUsed() / MEGABYTE, load.heapMost() / MEGABYTE, load.threads());
        return load.windowShare().isPresent()
                ? TEXTS.get("load.window", line, load.windowShare().getAsDouble())
                : line;
    }
}
