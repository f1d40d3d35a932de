package dev.signalbox.host.source;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.bus.CauseText;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the life of one source: starts its sessions one at a time on the source's thread, and decides after each, after
 * each silence and at each wish of the operator what comes next.
 */
final class SourceSupervisor implements SourceControl {
    /** A session open for so long was healthy: the next failure begins a new row of attempts. */
    static final Duration HEALTHY_AFTER = Duration.ofSeconds(10);

    private static final Duration SILENCE_RECHECK = Duration.ofSeconds(10);
    private static final Duration ACTIVITY_PERIOD = Duration.ofSeconds(1);
    private static final Duration MOST_SERVER_DELAY = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(SourceSupervisor.class);
    private static final Texts TEXTS = Texts.of(SourceSupervisor.class);
    private static final Subscription NOTHING = () -> {};

    private final String name;
    private final UpdateSource source;
    private final ClassLoader loader;
    private final HostBus bus;
    private final Timers timers;
    private final RandomGenerator random;
    private final Supplier<SourceSettings> settings;
    private final ExecutorService thread;
    private final WatchedKeys watched;
    private final ActivityMeter meter;

    // Only one emit at a time. Held while waiting for room on the bus, so it is never asked for with another lock held.
    private final Object emitting = new Object();

    // guarded by this
    private volatile ConnectionState state = ConnectionState.IDLE;
    private @Nullable Session session;
    private @Nullable Silence silence;
    private @Nullable BackOff backOff;
    private int attempt;
    private Subscription timer = NOTHING;
    private @Nullable Instant openedAt;
    private boolean wasHealthy;
    private Object waitFor = NOTHING;
    private String scope = "";
    private Duration serverDelay = Duration.ZERO;
    private Duration retryFloor = Duration.ZERO;
    private boolean metering;
    private boolean withdrawn;

    SourceSupervisor(
            String name,
            UpdateSource source,
            ClassLoader loader,
            HostBus bus,
            Timers timers,
            RandomGenerator random,
            Supplier<SourceSettings> settings,
            ExecutorService thread) {
        this.name = name;
        this.source = source;
        this.loader = loader;
        this.bus = bus;
        this.timers = timers;
        this.random = random;
        this.settings = settings;
        this.thread = thread;
        this.watched = new WatchedKeys(name);
        this.meter = new ActivityMeter(name);
    }

    // ---- what the operator may do

    @Override
    public String source() {
        return name;
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public synchronized void connect() {
        switch (state) {
            case CLOSED -> {
                dropRows();
                startAnew();
            }
            case IDLE, PAUSED, FAILED, WAITING -> startAnew();
            case CONNECTING, OPEN, STALE -> {
                // already on its way
            }
        }
    }

    @Override
    public synchronized void pause() {
        switch (state) {
            case CONNECTING, OPEN, STALE, WAITING -> stop(ConnectionState.PAUSED, TEXTS.get("paused"));
            case IDLE, PAUSED, CLOSED, FAILED -> {
                // nothing to pause
            }
        }
    }

    @Override
    public synchronized void reconnectNow() {
        switch (state) {
            case CONNECTING, OPEN, STALE -> {
                cancelSession();
                startAnew();
            }
            case IDLE, PAUSED, CLOSED, FAILED, WAITING -> connect();
        }
    }

    @Override
    public synchronized void close() {
        if (state != ConnectionState.CLOSED) {
            stop(ConnectionState.CLOSED, TEXTS.get("closed"));
        }
    }

    /** Announces the source, so that it is seen before it starts. */
    synchronized void announce() {
        move(ConnectionState.IDLE, "", Optional.empty());
    }

    /** Takes the source out of the console: its rows go, its thread ends. */
    void withdraw() {
        synchronized (this) {
            if (withdrawn) {
                return;
            }
            stop(ConnectionState.CLOSED, TEXTS.get("withdrawn"));
            withdrawn = true;
            dropRows();
            bus.publish(List.of(new SourceWithdrawn(name, now())));
        }
        thread.shutdown();
    }

    /** Whether the source's thread has ended, waiting for it a while. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    // ---- the life of a session

    private void startAnew() {
        attempt = 0;
        backOff = null;
        start();
    }

    private void start() {
        if (withdrawn) {
            return;
        }
        timer.close();
        attempt++;
        retryFloor = Duration.ZERO;
        openedAt = null;
        wasHealthy = false;
        Session next = new Session(name, loader);
        Silence listening = new Silence(now(), silence != null && silence.sendsHeartbeats());
        session = next;
        silence = listening;
        move(ConnectionState.CONNECTING, "", Optional.empty());
        meterActivity();
        thread.execute(() -> run(next, listening));
    }

    private void run(Session mine, Silence listening) {
        if (!mine.begin()) {
            return;
        }
        Thread.currentThread().setContextClassLoader(loader);
        SessionOutcome outcome;
        try {
            String resumeScope = source.resumeScope();
            synchronized (this) {
                scope = resumeScope;
            }
            outcome = SessionOutcome.of(source.run(new SupervisedSink(this, mine, listening)));
        } catch (Throwable thrown) {
            outcome = SessionOutcome.of(thrown);
            LOG.debug("a session of {} was left by an exception: {}", name, CauseText.of(thrown));
        }
        boolean cancelled = mine.end();
        synchronized (this) {
            if (!cancelled && session == mine) {
                session = null;
                ended(outcome);
            }
        }
    }

    private void ended(SessionOutcome outcome) {
        if (outcome instanceof SessionOutcome.Finished finished) {
            watched.takeSeenAsWhole();
            tellSettled();
            move(ConnectionState.CLOSED, finishedWords(finished), Optional.empty());
        } else if (watched.done()) {
            move(ConnectionState.CLOSED, settledWords(), Optional.empty());
        } else if (outcome instanceof SessionOutcome.Refused refused) {
            problem(TEXTS.get("doing.connect"), refused.reason(), refused.nextStep());
            if (watched.incomplete()) {
                await(longest(settings.get().fatalRetryDelay(), serverDelay, retryFloor), refused.reason());
            } else {
                move(ConnectionState.FAILED, refused.reason() + " " + refused.nextStep(), Optional.empty());
            }
        } else {
            if (openedAt == null) {
                problem(TEXTS.get("doing.connect"), outcome.reason(), TEXTS.get("again.next"));
            }
            await(nextDelay(), outcome.reason());
        }
    }

    private Duration nextDelay() {
        SourceSettings now = settings.get();
        Duration base = serverDelay.isZero() ? now.reconnectDelay() : serverDelay;
        boolean healthy = healthy();
        if (healthy) {
            attempt = 0;
        }
        BackOff current =
                healthy || backOff == null ? BackOff.first(base, now.reconnectDelayMost()) : backOff.withBase(base);
        backOff = current.next();
        return current.delay(retryFloor, random);
    }

    private boolean healthy() {
        return wasHealthy
                || (openedAt != null && Duration.between(openedAt, now()).compareTo(HEALTHY_AFTER) >= 0);
    }

    private void await(Duration delay, String reason) {
        Object thisWait = new Object();
        waitFor = thisWait;
        timer.close();
        move(ConnectionState.WAITING, reason, Optional.of(now().plus(delay)));
        timer = timers.after(delay, () -> attemptIsDue(thisWait));
    }

    /** A timer called off too late must not cut another wait short. */
    private synchronized void attemptIsDue(Object afterWait) {
        if (state == ConnectionState.WAITING && waitFor == afterWait) {
            start();
        }
    }

    private static Duration longest(Duration... durations) {
        return Collections.max(List.of(durations));
    }

    private void stop(ConnectionState to, String reason) {
        cancelSession();
        move(to, reason, Optional.empty());
    }

    private void cancelSession() {
        timer.close();
        Session running = session;
        session = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void dropRows() {
        List<WorkRemoved> removed = watched.clear(now());
        meter.reset();
        bus.publish(removed);
    }

    private void move(ConnectionState to, String reason, Optional<Instant> nextAttempt) {
        if (withdrawn) {
            return;
        }
        state = to;
        int shown = to.readyState() == 2 ? 0 : Math.max(1, attempt + (to == ConnectionState.WAITING ? 1 : 0));
        LOG.info("{} is {} {}", name, to, reason);
        bus.publish(List.of(new ConnectionChanged(name, to, shown, nextAttempt, reason, now())));
    }

    // ---- what a session says

    synchronized void opened(Session from) {
        if (session != from) {
            return;
        }
        if (state == ConnectionState.CONNECTING) {
            openedAt = now();
            move(ConnectionState.OPEN, "", Optional.empty());
            timer.close();
            checkSilence(from);
        }
    }

    synchronized void lostByItself(Session from, String reason) {
        if (session == from && state.readyState() == 1) {
            wasHealthy = healthy();
            openedAt = null;
            move(ConnectionState.CONNECTING, reason, Optional.empty());
        }
    }

    void heard(Session from) {
        if (state == ConnectionState.STALE) {
            synchronized (this) {
                if (session == from && state == ConnectionState.STALE) {
                    move(ConnectionState.OPEN, "", Optional.empty());
                    checkSilence(from);
                }
            }
        }
    }

    void emit(Session from, List<SourceEvent> events) {
        events.stream()
                .filter(event -> !event.source().equals(name))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new IllegalArgumentException(
                            "an event of " + name + " says it comes from " + stranger.source() + "; use sink.source()");
                });
        if (state == ConnectionState.CONNECTING) {
            opened(from);
        }
        int rowsMost = settings.get().rowsMost();
        synchronized (emitting) {
            awaitRoom(from);
            // What is noted is also published: a session cancelled while it waited must not count what nobody saw.
            synchronized (this) {
                if (session != from) {
                    throw new CancellationException("the session is over");
                }
                WatchedKeys.Sifted sifted = watched.sift(events, rowsMost);
                meter.count(events.size(), sifted.outside(), now());
                bus.publish(sifted.followed());
                sifted.failedOutside().forEach(this::failedOutside);
                closeIfSettled();
            }
        }
    }

    private void awaitRoom(Session from) {
        try {
            if (!bus.publishWhenRoom(List.of(), from::cancelled)) {
                throw new CancellationException("the session is over");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the session was interrupted");
        }
    }

    private void closeIfSettled() {
        tellSettled();
        if (watched.done()) {
            stop(ConnectionState.CLOSED, settledWords());
        }
    }

    private void tellSettled() {
        List<WatchSettled> settled = watched.newlySettled(now());
        bus.publish(settled);
    }

    private void failedOutside(WorkEvent event) {
        problem(
                TEXTS.get("doing.watch"),
                TEXTS.get("failed.outside", event.key(), event.message()),
                TEXTS.get("failed.outside.next"));
    }

    void watch(Session from, String topic, Set<String> keys, WhenSettled then) {
        int rowsMost = settings.get().rowsMost();
        synchronized (emitting) {
            synchronized (this) {
                if (session == from) {
                    List<ConsoleEvent> changes = new ArrayList<>(watched.bound(topic, keys, then, rowsMost, now()));
                    changes.add(new WatchChanged(name, topic, keys, now()));
                    bus.publish(changes);
                    closeIfSettled();
                }
            }
        }
    }

    synchronized void checkpoint(Session from, String token) {
        if (session == from) {
            watched.keepToken(scope, token);
        }
    }

    synchronized Optional<String> resumeToken() {
        String token = watched.token(scope);
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    boolean fresh() {
        return watched.empty();
    }

    void problem(String doing, String cause, String nextStep) {
        bus.publish(List.of(new Problem(name, doing, cause, nextStep, now())));
    }

    synchronized void serverDelay(Session from, Duration delay) {
        if (session == from) {
            serverDelay = serverWish(delay);
        }
    }

    synchronized void retryAfter(Session from, Duration floor) {
        if (session == from) {
            retryFloor = serverWish(floor);
        }
    }

    private static Duration serverWish(Duration delay) {
        Duration atLeast = delay.isNegative() ? Duration.ZERO : delay;
        return atLeast.compareTo(MOST_SERVER_DELAY) > 0 ? MOST_SERVER_DELAY : atLeast;
    }

    Instant now() {
        return timers.now();
    }

    // ---- silence and activity

    /** The next look at the silence may be too late for a shorter wish. */
    synchronized void silenceWished(Session from) {
        if (session == from && state.readyState() == 1) {
            checkSilence(from);
        }
    }

    private synchronized void checkSilence(Session of) {
        Silence listening = silence;
        if (session != of || listening == null || state.readyState() == 2) {
            return;
        }
        SourceSettings now = settings.get();
        Duration stale = listening.staleAfter(now.staleAfter());
        Duration silent = listening.since(now());
        if (!stale.isZero() && state == ConnectionState.OPEN && silent.compareTo(stale) >= 0) {
            move(ConnectionState.STALE, TEXTS.get("silent", silent.toSeconds()), Optional.empty());
        }
        Duration limit = now.reconnectStaleAfter();
        boolean hung = !stale.isZero()
                && !limit.isZero()
                && listening.sendsHeartbeats()
                && state == ConnectionState.STALE
                && silent.compareTo(limit) >= 0;
        if (hung) {
            cancelSession();
            await(nextDelay(), TEXTS.get("silent.heartbeats", silent.toSeconds()));
            return;
        }
        timer.close();
        timer = timers.after(untilNextCheck(stale, limit, silent), () -> checkSilence(of));
    }

    private Duration untilNextCheck(Duration stale, Duration limit, Duration silent) {
        Duration due = state == ConnectionState.STALE ? limit : stale;
        Duration left = due.minus(silent);
        boolean known = !due.isZero() && !left.isNegative() && !left.isZero();
        return known && left.compareTo(SILENCE_RECHECK) < 0 ? left : SILENCE_RECHECK;
    }

    private void meterActivity() {
        if (!metering) {
            metering = true;
            timers.after(ACTIVITY_PERIOD, this::tellActivity);
        }
    }

    private synchronized void tellActivity() {
        metering = false;
        if (withdrawn) {
            return;
        }
        Optional<SourceActivity> activity = meter.tick(watched.token(scope), now());
        activity.ifPresent(now -> bus.publish(List.of(now)));
        // Once more after the end, until the rate has come to rest.
        metering = state.readyState() != 2 || activity.isPresent();
        if (metering) {
            timers.after(ACTIVITY_PERIOD, this::tellActivity);
        }
    }

    private String settledWords() {
        return TEXTS.get("settled", watched.total());
    }

    private String finishedWords(SessionOutcome.Finished finished) {
        return watched.incomplete()
                ? TEXTS.get(
                        "finished.incomplete", finished.reason(), watched.total() - watched.settled(), watched.total())
                : finished.reason();
    }
}
