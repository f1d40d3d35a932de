package dev.signalbox.host.source;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What is followed of one source, and what the console is told of it: the events that pass the watch, what failed outside
 * it, when everything is settled, how much arrives. Says when the session should end and ends none.
 */
final class Following {
    private static final Texts TEXTS = Texts.of(Following.class);

    private final String source;
    private final HostBus bus;
    private final WatchedKeys watched;
    private final ActivityMeter meter;

    Following(String source, HostBus bus, IntSupplier rowsMost) {
        this.source = source;
        this.bus = bus;
        this.watched = new WatchedKeys(source, rowsMost);
        this.meter = new ActivityMeter(source);
    }

    /** An event belongs to the source that emits it. */
    void refuseStrangers(List<SourceEvent> events) {
        for (SourceEvent event : events) {
            if (!event.source().equals(source)) {
                throw new IllegalArgumentException(
                        "an event of " + source + " says it comes from " + event.source() + "; use sink.source()");
            }
        }
    }

    /** Waits until the console has caught up, so that the source stops reading and its peer feels it. */
    void awaitRoom(BooleanSupplier cancelled) {
        if (!roomFor(cancelled)) {
            throw new CancellationException("the session is over");
        }
    }

    /** The same; false when the session was over before. */
    boolean roomFor(BooleanSupplier cancelled) {
        try {
            return bus.publishWhenRoom(List.of(), cancelled);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void take(List<SourceEvent> events, Instant now) {
        WatchedKeys.Sifted sifted = watched.sift(events);
        meter.count(events.size(), sifted.outside(), now);
        bus.publish(sifted.followed());
        sifted.failedOutside().forEach(event -> failedOutside(event, now));
        tellSettled(now);
    }

    void watch(String topic, Set<String> keys, WhenSettled then, Instant now) {
        List<ConsoleEvent> changes = new ArrayList<>(watched.bound(topic, keys, then, now));
        changes.add(new WatchChanged(source, topic, keys, now));
        bus.publish(changes);
        tellSettled(now);
    }

    /** No more will come: what was seen is all there is. */
    void takeSeenAsWhole(Instant now) {
        watched.takeSeenAsWhole();
        tellSettled(now);
    }

    /** Forgets everything; the rows go. */
    void drop(Instant now) {
        meter.reset();
        bus.publish(watched.clear(now));
    }

    /** Whether everything that was awaited has come, and no one wants to stay. */
    boolean done() {
        return watched.done();
    }

    boolean incomplete() {
        return watched.incomplete();
    }

    boolean empty() {
        return watched.empty();
    }

    String token(String scope) {
        return watched.token(scope);
    }

    void keepToken(String scope, String token) {
        watched.keepToken(scope, token);
    }

    /** Tells what has been going on; false if nothing changed since the last time. */
    boolean tellActivity(String scope, Instant now) {
        return meter.tick(watched.token(scope), now)
                .map(activity -> {
                    bus.publish(List.of(activity));
                    return true;
                })
                .orElse(false);
    }

    void problem(String doing, String cause, String nextStep, Instant now) {
        bus.publish(List.of(new Problem(source, doing, cause, nextStep, now)));
    }

    String settledWords() {
        return TEXTS.get("settled", watched.total());
    }

    String finishedWords(String reason) {
        return watched.incomplete()
                ? TEXTS.get("finished.incomplete", reason, watched.total() - watched.settled(), watched.total())
                : reason;
    }

    private void tellSettled(Instant now) {
        List<WatchSettled> settled = watched.newlySettled(now);
        if (!settled.isEmpty()) {
            bus.publish(settled);
        }
    }

    private void failedOutside(WorkEvent event, Instant now) {
        problem(
                TEXTS.get("doing.watch"),
                TEXTS.get("failed.outside", event.key(), event.message()),
                TEXTS.get("failed.outside.next"),
                now);
    }
}
