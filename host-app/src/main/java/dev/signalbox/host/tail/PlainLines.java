package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.api.WorkUpdate;
import dev.signalbox.host.export.Harmless;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines for people, in columns: the local time, the source, what it is, and the rest. */
final class PlainLines implements LineFormat {
    private static final int KIND = 10;
    private static final int KEY = 12;
    private static final int STATE = 10;
    private static final int STATUS = 11;

    private final DateTimeFormatter times;

    // grows to the longest source seen, so that columns stay where they are
    private int sourceWidth = KEY;

    PlainLines(ZoneId zone) {
        this.times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    @Override
    public void append(ConsoleEvent event, StringBuilder line) {
        columns(event, line);
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        line.setLength(end);
    }

    private void columns(ConsoleEvent event, StringBuilder line) {
        if (event instanceof WorkEvent work) {
            work(work, line);
        } else if (event instanceof WorkRemoved removed) {
            begin(line, removed.at(), removed.source(), "removed");
            last(line, removed.key());
        } else if (event instanceof Notice notice) {
            begin(line, notice.at(), notice.source(), "notice");
            last(line, sentence(notice.title(), notice.message()));
        } else if (event instanceof ConnectionChanged changed) {
            begin(line, changed.at(), changed.source(), "connection");
            column(line, changed.state().name(), KEY);
            last(line, changed.reason());
            changed.nextAttempt()
                    .ifPresent(next -> line.append(" Attempt ")
                            .append(changed.attempt())
                            .append(" at ")
                            .append(times.format(next))
                            .append('.'));
        } else if (event instanceof WatchChanged watch) {
            begin(line, watch.at(), watch.source(), "watch");
            last(line, watch.topic() + ": " + watch.keys().size() + " followed");
        } else if (event instanceof WatchSettled settled) {
            begin(line, settled.at(), settled.source(), "settled");
            last(line, settled.topic() + ": all " + settled.total() + ", " + settled.failed() + " failed");
        } else if (event instanceof Problem problem) {
            begin(line, problem.at(), problem.source(), "problem");
            last(line, problem.doing() + ": " + sentence(problem.cause(), problem.nextStep()));
        }
    }

    private void work(WorkEvent work, StringBuilder line) {
        begin(line, work.at(), work.source(), work instanceof OrderEvent ? "order" : work.topic());
        column(line, work.key(), KEY);
        column(line, work.state(), STATE);
        column(line, work.status(), STATUS);
        if (work instanceof WorkUpdate update) {
            update.progress()
                    .ifPresent(share -> line.append(Math.round(share * 100)).append(" % "));
        }
        last(line, work.message());
        if (work instanceof WorkUpdate update) {
            update.details().forEach((name, value) -> last(line, "  " + name + "=" + value));
        }
    }

    private void begin(StringBuilder line, Instant at, String source, String kind) {
        times.formatTo(at, line);
        line.append("  ");
        sourceWidth = Math.max(sourceWidth, Math.min(source.length(), 40));
        column(line, source, sourceWidth);
        column(line, kind, KIND);
    }

    private static void column(StringBuilder line, String text, int width) {
        int from = line.length();
        Harmless.append(line, text.isEmpty() ? "-" : text);
        while (line.length() < from + width) {
            line.append(' ');
        }
        line.append("  ");
    }

    private static void last(StringBuilder line, String text) {
        Harmless.append(line, text);
    }

    private static String sentence(String first, String then) {
        return then.isEmpty() ? first : first + (first.endsWith(".") ? " " : ". ") + then;
    }
}
