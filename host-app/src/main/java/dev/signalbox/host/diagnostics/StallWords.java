package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What is said of stalls. */
final class StallWords {
    private static final Texts TEXTS = Texts.of(StallWords.class);

    private StallWords() {}

    /** For the log, while it lasts. */
    static String beginning(Stall soFar) {
        return TEXTS.get("stall.began", who(soFar.culprit()), seconds(soFar.held()));
    }

    static String sentence(Stall stall) {
        return TEXTS.get("stall.held", seconds(stall.held()), who(stall.culprit()));
    }

    /** The name, and for the console and the system also where: they are too large to be an answer. */
    static String who(Culprit culprit) {
        return culprit.kind() == Culprit.Kind.PLUGIN || culprit.where().isEmpty()
                ? PlainText.of(culprit.name())
                : TEXTS.get("stall.who", PlainText.of(culprit.name()), PlainText.of(shortly(culprit.where())));
    }

    /** Class and method, as one would say them. */
    private static String shortly(String where) {
        String call = where.replaceFirst(" \\(.*", "");
        int method = call.lastIndexOf('.');
        return call.substring(call.lastIndexOf('.', method - 1) + 1);
    }

    static String count(Stalls stalls) {
        String count = TEXTS.get("stall.count", stalls.total());
        return stalls.total() > Stalls.MOST ? TEXTS.get("stall.count.kept", count, Stalls.MOST) : count;
    }

    static String when(Instant began) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(began);
    }

    /** Everything known of it, for the clipboard. */
    static String inFull(Stall stall) {
        return TEXTS.get(
                        "stall.full",
                        when(stall.began()),
                        sentence(stall),
                        stall.culprit().where()) + "\n" + stall.stacks();
    }

    static String seconds(Duration held) {
        return TEXTS.get("seconds", held.toMillis() / 1000.0);
    }
}
