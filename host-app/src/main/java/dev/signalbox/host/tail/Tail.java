package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
 * <p>Use: {@link #listen}, then start the plug-ins, then {@link #follow}, then {@link #quieten}.
 */
public final class Tail {
    /** A source may be contributed a moment after its plug-in has started. */
    static final Duration SOURCES_WITHIN = Duration.ofSeconds(1);

    /** How long what was received may take to be printed when the tail is told to stop. */
    static final Duration LAST_LINES_WITHIN = Duration.ofSeconds(1);

    private static final long RECHECK_MILLIS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Texts TEXTS = Texts.of(Tail.class);

    private final HostBus bus;
    private final Sources sources;
    private final TailOptions options;
    private final Consumer<String> diagnostics;
    private final SourceChoice choice;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    // used by the bus's background thread only
    private final LineFormat format;
    private final LineWriter lines;
    private final StringBuilder line = new StringBuilder();
    private final Endings endings;
    private final Set<String> saidOpen = new HashSet<>();
    private boolean quiet;

    // guarded by this
    private final Set<String> followed = new HashSet<>();
    private @Nullable Subscription subscription;
    private boolean following;

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
        this.sources = sources;
        this.options = options;
        this.diagnostics = diagnostics;
        this.choice = new SourceChoice(options.source());
        this.format = options.json() ? new JsonLines() : new PlainLines(ZoneId.systemDefault());
        this.lines = new LineWriter(out);
        this.endings = new Endings(options);
    }

    /** Begins to print what happens. */
    public synchronized void listen() {
        subscription = bus.subscribeEvery(ConsoleEvent.class, this::print);
    }

    /**
     * Connects the sources asked for, and waits until it is over.
     *
     * @param pluginsFailed whether a plug-in could not be used, so that a missing source is no mistake of the caller
     * @return the exit code
     * @throws InterruptedException if interrupted while waiting
     */
    public int follow(boolean pluginsFailed) throws InterruptedException {
        List<String> meant = awaitSources();
        if (ended.isDone()) {
            return code();
        }
        if (meant.isEmpty() || choice.ambiguous(meant)) {
            return refuse(meant, pluginsFailed);
        }
        synchronized (this) {
            following = options.source().isEmpty();
        }
        meant.forEach(this::connect);
        return code();
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
        Subscription listening;
        List<String> open;
        synchronized (this) {
            listening = subscription;
            subscription = null;
            following = false;
            open = List.copyOf(followed);
        }
        if (listening != null) {
            open.forEach(name -> sources.control(name).ifPresent(SourceControl::close));
            if (!bus.quiesce(LAST_LINES_WITHIN)) {
                LOG.info("the reader of the lines is slow; some that were received are not printed");
            }
            listening.close();
        }
    }

    private int code() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> names() {
        return sources.controls().stream().map(SourceControl::source).toList();
    }

    private List<String> awaitSources() throws InterruptedException {
        long deadline = System.nanoTime() + SOURCES_WITHIN.toNanos();
        List<String> meant = choice.among(names());
        synchronized (this) {
            while (meant.isEmpty() && System.nanoTime() < deadline && !ended.isDone()) {
                wait(RECHECK_MILLIS);
                meant = choice.among(names());
            }
        }
        return meant;
    }

    private int refuse(List<String> meant, boolean pluginsFailed) {
        List<String> names = names();
        if (choice.ambiguous(meant)) {
            diagnostics.accept(TEXTS.get("ambiguous", choice.word()) + " "
                    + TEXTS.get("ambiguous.next", String.join(", ", meant)));
            return ExitCode.USAGE;
        }
        if (pluginsFailed && names.isEmpty()) {
            diagnostics.accept(TEXTS.get("nothing.left"));
            return ExitCode.FATAL;
        }
        diagnostics.accept(
                names.isEmpty()
                        ? TEXTS.get("none") + " " + TEXTS.get("none.next")
                        : TEXTS.get("unknown", choice.word()) + " "
                                + TEXTS.get("unknown.next", String.join(", ", names)));
        return ExitCode.USAGE;
    }

    /** Once each: one that is over must not begin again. */
    private void connect(String source) {
        synchronized (this) {
            if (!followed.add(source)) {
                return;
            }
        }
        sources.control(source).ifPresent(SourceControl::connect);
    }

    private void print(List<? extends ConsoleEvent> events) {
        if (quiet) {
            return;
        }
        try {
            for (ConsoleEvent event : events) {
                if (concerns(event)) {
                    print(event);
                    OptionalInt over = endings.over();
                    if (over.isPresent()) {
                        quiet = true;
                        break;
                    }
                }
            }
            lines.flush();
        } catch (IOException closed) {
            LOG.info("nobody reads the lines any more: {}", closed.getMessage());
            quiet = true;
            end(ExitCode.AS_ASKED);
        }
        if (quiet) {
            endings.over().ifPresent(this::end);
        }
    }

    private void print(ConsoleEvent event) throws IOException {
        endings.note(event);
        line.setLength(0);
        format.append(event, line);
        if (line.length() > 0) {
            lines.write(line);
        }
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

    private void say(String text) {
        StringBuilder harmless = new StringBuilder();
        Harmless.append(harmless, text);
        diagnostics.accept(harmless.toString());
    }

    /** Whether it is about what is followed; a source that only waits to be connected is no news. */
    private boolean concerns(ConsoleEvent event) {
        if (event instanceof ConnectionChanged changed && changed.state() == ConnectionState.IDLE) {
            appeared(changed.source());
            return false;
        }
        return source(event).map(this::follows).orElse(false);
    }

    private synchronized void appeared(String source) {
        notifyAll();
        if (following) {
            connect(source);
        }
    }

    private synchronized boolean follows(String source) {
        return options.source().isEmpty()
                || followed.contains(source)
                || sources.control(source).isEmpty();
    }

    private static Optional<String> source(ConsoleEvent event) {
        if (event instanceof SourceEvent from) {
            return Optional.of(from.source());
        }
        if (event instanceof ConnectionChanged changed) {
            return Optional.of(changed.source());
        }
        if (event instanceof WatchChanged watch) {
            return Optional.of(watch.source());
        }
        if (event instanceof WatchSettled settled) {
            return Optional.of(settled.source());
        }
        return event instanceof Problem problem ? Optional.of(problem.source()) : Optional.empty();
    }
}
