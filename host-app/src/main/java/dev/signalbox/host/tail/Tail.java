package dev.signalbox.host.tail;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Texts;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows sources and prints one line for each thing that happens, until it ends as asked. A slow reader of the lines holds
 * the sources back; nothing is merged or left out. A reader that went away ends it quietly.
 *
 * <p>To be called in this order, on one thread: {@link #listen}, then the plug-ins are started, {@link #follow},
 * {@link #quieten}.
 */
public final class Tail {
    /** A source may be contributed a moment after its plug-in has started. */
    static final Duration SOURCES_WITHIN = Duration.ofSeconds(1);

    /** How long what was received may take to be printed when the tail is told to stop. */
    static final Duration LAST_LINES_WITHIN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Texts TEXTS = Texts.of(Tail.class);

    private final HostBus bus;
    private final Consumer<String> diagnostics;
    private final SourceChoice choice;
    private final Followed followed;
    private final Printer printer;
    private final CompletableFuture<Integer> ended;
    private @Nullable Subscription listening;

    /**
     * Makes a tail; nothing is followed yet.
     *
     * @param bus where events come from
     * @param sources the sources there are
     * @param options what was asked for
     * @param out where lines go; not closed
     * @param diagnostics told, in a sentence, what a person should know besides the lines
     */
    public Tail(HostBus bus, Sources sources, TailOptions options, OutputStream out, Consumer<String> diagnostics) {
        this.bus = bus;
        this.diagnostics = diagnostics;
        this.choice = new SourceChoice(options.source());
        this.followed = new Followed(sources, options.source());
        this.ended = new CompletableFuture<>();
        this.printer = new Printer(
                options,
                options.json() ? new JsonLines() : new PlainLines(ZoneId.systemDefault()),
                new LineWriter(out),
                followed,
                diagnostics,
                ended::complete);
    }

    /** Begins to print what happens. */
    public void listen() {
        listening = bus.labelled("tail").subscribeEvery(ConsoleEvent.class, printer);
    }

    /**
     * Connects the sources asked for, and waits until it is over.
     *
     * @param pluginsFailed whether a plug-in could not be used, so that a missing source is no mistake of the caller
     * @return the {@link ExitCode}
     * @throws InterruptedException if interrupted while waiting
     */
    public int follow(boolean pluginsFailed) throws InterruptedException {
        List<String> meant = followed.await(choice, SOURCES_WITHIN, ended::isDone);
        if (!ended.isDone()) {
            if (meant.isEmpty() || choice.ambiguous(meant)) {
                return refuse(meant, pluginsFailed);
            }
            followed.connect(meant);
        }
        try {
            return ended.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Ends it before it is over. Any thread; the first one decides.
     *
     * @param exitCode what {@link #follow} returns
     */
    public void end(int exitCode) {
        ended.complete(exitCode);
    }

    /**
     * Stops reading, prints what was received so far if that is quickly done, and then prints nothing more.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void quieten() throws InterruptedException {
        followed.close();
        if (!bus.quiesce(LAST_LINES_WITHIN)) {
            LOG.info("the reader of the lines is slow; some that were received are not printed");
        }
        if (listening != null) {
            listening.close();
        }
    }

    private int refuse(List<String> meant, boolean pluginsFailed) {
        List<String> names = followed.names();
        if (choice.ambiguous(meant)) {
            diagnostics.accept(TEXTS.get("ambiguous", choice.word(), String.join(", ", meant)));
            return ExitCode.USAGE;
        }
        if (pluginsFailed && names.isEmpty()) {
            diagnostics.accept(TEXTS.get("nothing.left"));
            return ExitCode.FATAL;
        }
        diagnostics.accept(
                names.isEmpty() ? TEXTS.get("none") : TEXTS.get("unknown", choice.word(), String.join(", ", names)));
        return ExitCode.USAGE;
    }
}
