package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every order that failed, until the operator dismisses it. Reads the bus off the EDT and tells what changed
 * with {@link FailuresChanged}. Work events and settled watches come through one subscription, because order holds within
 * one only.
 *
 * <p>Every field but the count of what was let go of is guarded by this object's lock: events come on the bus's thread, dismissals on the EDT.
 */
final class FailureLog {
    private final EventBus bus;
    private final Settings settings;
    private final InstantSource clock;

    /** Listed; the one that failed longest ago first. */
    private final Map<Failure.Key, Failure> open = new LinkedHashMap<>();

    /** Listed; the one that recovered longest ago first. */
    private final Map<Failure.Key, Failure> recovered = new LinkedHashMap<>();

    /** Not listed, yet remembered: a dismissed order that says the same again must not come back. */
    private final Map<Failure.Key, Failure> dismissed = new LinkedHashMap<>();

    /** Kept when the bus has no room, and told with the next change. */
    private Untold untold = new Untold();

    /** Written under the lock, read without. */
    private volatile boolean refused;

    /** Apart from the lock, so that the EDT can ask while a large batch is taken in. */
    private final AtomicLong letGo = new AtomicLong();

    @Inject
    FailureLog(EventBus bus, Settings settings, InstantSource clock) {
        this.bus = bus;
        this.settings = settings;
        this.clock = clock;
    }

    Subscription start() {
        Subscription bound = settings.onChange(HostSettings.FAILURES_MOST, most -> tell());
        Subscription events = bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, this::take);
        return () -> {
            events.close();
            bound.close();
        };
    }

    /** Takes failures from the list, each only if it did not fail again since the operator saw it. */
    synchronized void dismiss(Collection<Failure> seen) {
        for (Failure failure : seen) {
            Failure known = listed(failure.key());
            if (known != null && known.count() == failure.count()) {
                forget(failure.key());
                dismissed.put(failure.key(), known);
                untold.changed(failure.key());
            }
        }
        tell();
    }

    /** Tells the list what it was not yet told; free when that is nothing. */
    synchronized void tell() {
        dropOverBound();
        if (untold.isEmpty()) {
            return;
        }
        Untold told = untold;
        untold = new Untold();
        refused = false;
        try {
            bus.publish(news(told));
        } catch (RejectedExecutionException full) {
            told.add(untold);
            untold = told;
            refused = true;
        }
    }

    /** How many were taken off the list because it was full. Any thread. */
    long letGo() {
        return letGo.get();
    }

    /** The bus has room again. Free when nothing was refused: the EDT does not wait here for a batch under way. */
    void tellWhatWasRefused() {
        if (refused) {
            tell();
        }
    }

    private synchronized void take(List<ConsoleEvent> events) {
        for (ConsoleEvent event : events) {
            if (event instanceof WorkEvent work) {
                take(work);
            } else if (event instanceof WatchSettled watch) {
                untold.settled(watch);
            }
        }
        tell();
    }

    private void take(WorkEvent event) {
        if (!event.failed() && open.isEmpty() && recovered.isEmpty() && dismissed.isEmpty()) {
            return;
        }
        Failure.Key key = Failure.Key.of(event);
        Failure known = known(key);
        if (known == null) {
            if (event.failed()) {
                failed(Failure.of(event));
            }
            return;
        }
        Failure now = known.after(event);
        if (now.count() > known.count()) {
            failed(now);
        } else if (dismissed.containsKey(key)) {
            dismissed.put(key, now);
        } else {
            if (now.recovered() != known.recovered()) {
                forget(key);
            }
            (now.recovered() ? recovered : open).put(key, now);
            if (!now.looksLike(known)) {
                untold.changed(key);
            }
        }
    }

    private void failed(Failure now) {
        forget(now.key());
        open.put(now.key(), now);
        untold.failed(now.key());
    }

    private void dropOverBound() {
        int most = settings.get(HostSettings.FAILURES_MOST);
        while (open.size() + recovered.size() > most) {
            Failure.Key oldest =
                    (recovered.isEmpty() ? open : recovered).keySet().iterator().next();
            forget(oldest);
            untold.dropped(oldest);
            letGo.incrementAndGet();
        }
        while (dismissed.size() > most) {
            dismissed.remove(dismissed.keySet().iterator().next());
        }
    }

    private List<ConsoleEvent> news(Untold told) {
        List<Failure> changed = new ArrayList<>();
        List<Failure.Key> removed = new ArrayList<>();
        for (Failure.Key key : told.keys()) {
            Failure now = listed(key);
            if (now == null) {
                removed.add(key);
            } else {
                changed.add(now);
            }
        }
        List<ConsoleEvent> news = new ArrayList<>();
        news.add(new FailuresChanged(
                changed, removed, told.failings(), open.size(), recovered.size(), told.settled(), clock.instant()));
        if (told.dropped() > 0) {
            news.add(dropped(told.dropped()));
        }
        return news;
    }

    private Problem dropped(int count) {
        Texts texts = Texts.of(FailureLog.class);
        return new Problem(
                HostSettings.PREFIX,
                texts.get("dropped.doing"),
                texts.get("dropped.cause", settings.get(HostSettings.FAILURES_MOST), count),
                texts.get("dropped.next"),
                clock.instant());
    }

    private @Nullable Failure listed(Failure.Key key) {
        Failure standing = open.get(key);
        return standing == null ? recovered.get(key) : standing;
    }

    private @Nullable Failure known(Failure.Key key) {
        Failure listed = listed(key);
        return listed == null ? dismissed.get(key) : listed;
    }

    private void forget(Failure.Key key) {
        open.remove(key);
        recovered.remove(key);
        dismissed.remove(key);
    }
}
