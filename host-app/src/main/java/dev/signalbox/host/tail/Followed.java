package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.host.source.Sources;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The sources that were asked for: connects each once, and knows which events are about them. Any thread. */
final class Followed {
    private static final long RECHECK_MILLIS = 20;

    private final Sources sources;
    private final Optional<String> wanted;

    // guarded by this
    private final Set<String> connected = new HashSet<>();
    private boolean newcomersToo;

    Followed(Sources sources, Optional<String> wanted) {
        this.sources = sources;
        this.wanted = wanted;
    }

    /** The sources there are. */
    List<String> names() {
        return sources.controls().stream().map(SourceControl::source).toList();
    }

    /** The sources that are meant, waiting a while for the first to appear. */
    List<String> await(SourceChoice choice, Duration atMost, BooleanSupplier cancelled) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<String> meant = choice.among(names());
        synchronized (this) {
            while (meant.isEmpty() && System.nanoTime() < deadline && !cancelled.getAsBoolean()) {
                wait(RECHECK_MILLIS);
                meant = choice.among(names());
            }
        }
        return meant;
    }

    /** Connects them, and where all were asked for also those that appear later. */
    void connect(List<String> names) {
        synchronized (this) {
            newcomersToo = wanted.isEmpty();
        }
        names.forEach(this::connect);
    }

    /** A source is there and waits to be connected. */
    void appeared(String source) {
        boolean newcomer;
        synchronized (this) {
            newcomer = newcomersToo;
        }
        if (newcomer) {
            connect(source);
        }
    }

    /** Ends their sessions; what they sent so far stays. */
    void close() {
        List<String> open;
        synchronized (this) {
            newcomersToo = false;
            open = List.copyOf(connected);
        }
        open.forEach(name -> sources.control(name).ifPresent(SourceControl::close));
    }

    /** Whether it is about a source that is followed, or about no source at all. */
    boolean concerns(ConsoleEvent event) {
        Optional<String> about = source(event);
        if (about.isEmpty() || wanted.isEmpty()) {
            return about.isPresent();
        }
        synchronized (this) {
            if (connected.contains(about.get())) {
                return true;
            }
        }
        return event instanceof Problem && sources.control(about.get()).isEmpty();
    }

    /** Once each: one that is over must not begin again. */
    private void connect(String source) {
        synchronized (this) {
            if (!connected.add(source)) {
                return;
            }
        }
        sources.control(source).ifPresent(SourceControl::connect);
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
