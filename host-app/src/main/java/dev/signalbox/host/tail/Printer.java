package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.export.Harmless;
import dev.signalbox.host.ui.Texts;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints a line for each event and stops after the one that ends the tail. Each batch is flushed as a whole: under load that
 * is once in thousands of lines, and on a quiet stream at once. The bus's background thread only.
 */
final class Printer implements Consumer<List<ConsoleEvent>> {
    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);
    private static final Texts TEXTS = Texts.of(Printer.class);

    private final TailOptions options;
    private final LineFormat format;
    private final LineWriter lines;
    private final Followed followed;
    private final Endings endings;
    private final Consumer<String> diagnostics;
    private final IntConsumer over;
    private final StringBuilder line = new StringBuilder();
    private final Set<String> saidOpen = new HashSet<>();
    private boolean done;

    Printer(
            TailOptions options,
            LineFormat format,
            LineWriter lines,
            Followed followed,
            Consumer<String> diagnostics,
            IntConsumer over) {
        this.options = options;
        this.format = format;
        this.lines = lines;
        this.followed = followed;
        this.endings = new Endings(options);
        this.diagnostics = diagnostics;
        this.over = over;
    }

    @Override
    public void accept(List<ConsoleEvent> events) {
        if (done) {
            return;
        }
        try {
            OptionalInt exitCode = OptionalInt.empty();
            for (int i = 0; i < events.size() && !done; i++) {
                exitCode = print(events.get(i));
                done = exitCode.isPresent();
            }
            lines.flush();
            exitCode.ifPresent(over);
        } catch (IOException unwritable) {
            done = true;
            over.accept(nobodyReads(unwritable) ? ExitCode.AS_ASKED : unwritten(unwritable));
        }
    }

    /** Prints the event if it is about what is followed; returns the exit code if it was the last. */
    private OptionalInt print(ConsoleEvent event) throws IOException {
        if (event instanceof ConnectionChanged changed && changed.state() == ConnectionState.IDLE) {
            followed.appeared(changed.source());
            return OptionalInt.empty();
        }
        if (!followed.concerns(event)) {
            return OptionalInt.empty();
        }
        line.setLength(0);
        format.append(event, line);
        lines.write(line);
        endings.note(event);
        explain(event);
        return endings.over();
    }

    /** What a person at the terminal should know besides the lines. */
    private void explain(ConsoleEvent event) {
        if (event instanceof ConnectionChanged changed && changed.state() == ConnectionState.FAILED) {
            say(TEXTS.get("failed", changed.source(), changed.reason()));
        }
        if (options.untilSettled()
                && event instanceof WorkEvent work
                && endings.open(work)
                && saidOpen.add(work.source())) {
            say(TEXTS.get("open", work.source()));
        }
    }

    /** The reader went away, which is its right; everything else is a fault. There is no better sign than the words. */
    private static boolean nobodyReads(IOException unwritable) {
        LOG.info("the lines cannot be written: {}", unwritable.getMessage());
        return String.valueOf(unwritable.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private int unwritten(IOException why) {
        say(TEXTS.get("unwritten", String.valueOf(why.getMessage())));
        return ExitCode.FATAL;
    }

    private void say(String text) {
        StringBuilder harmless = new StringBuilder();
        Harmless.append(harmless, text);
        diagnostics.accept(harmless.toString());
    }
}
