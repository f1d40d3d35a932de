package dev.signalbox.host.source;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration ACTIVITY_PERIOD = Duration.ofSeconds(1);
    private static final Duration LONG_TO_LEAVE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(SourceSupervisor.class);
    private static final Texts TEXTS = Texts.of(SourceSupervisor.class);

    private final String name;
    private final UpdateSource source;
    private final ClassLoader loader;
    private final HostBus bus;
    private final Timers timers;
    private final Supplier<SourceSettings> settings;
    private final ExecutorService thread;
    private final Following following;
    private final Pulse activity;

    // Only one emit at a time. Held while waiting for room on the bus, so it is never asked for with another lock held.
    private final Object emitting = new Object();

    // guarded by this
    private volatile ConnectionState state = ConnectionState.IDLE;
    private @Nullable Session session;
    private @Nullable Silence silence;
    private final Attempts attempts;
    private final OneTimer timer;
    private String scope = "";
    private boolean stuck;
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
        this.timer = new OneTimer(timers, this);
        this.attempts = new Attempts(random);
        this.settings = settings;
        this.thread = thread;
        this.following = new Following(name, bus, () -> settings.get().rowsMost());
        this.activity = new Pulse(timers, ACTIVITY_PERIOD, this::tellActivity);
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
                following.drop(now());
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
            following.drop(now());
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
        attempts.forget();
        start();
    }

    private void start() {
        if (withdrawn) {
            return;
        }
        attempts.begin();
        Session next = new Session(name, loader);
        Silence listening = new Silence(now(), silence != null && silence.sendsHeartbeats());
        session = next;
        silence = listening;
        stuck = false;
        move(ConnectionState.CONNECTING, "", Optional.empty());
        activity.go();
        timer.set(LONG_TO_LEAVE, () -> tellStuck(next));
        thread.execute(() -> run(next, listening));
    }

    private synchronized void begun(Session mine, String resumeScope) {
        scope = resumeScope;
        if (session == mine && stuck) {
            stuck = false;
            move(ConnectionState.CONNECTING, "", Optional.empty());
        }
    }

    /** The source's thread is still inside a session that was cancelled; two at once there never are. */
    private void tellStuck(Session next) {
        if (session == next && !next.begun()) {
            stuck = true;
            move(ConnectionState.CONNECTING, TEXTS.get("stuck"), Optional.empty());
        }
    }

    private void run(Session mine, Silence listening) {
        if (!mine.begin()) {
            return;
        }
        Thread.currentThread().setContextClassLoader(loader);
        SessionOutcome outcome = SessionOutcome.of(() -> {
            begun(mine, source.resumeScope());
            return source.run(new SupervisedSink(this, mine, listening));
        });
        LOG.debug("a session of {} was left: {}", name, outcome.reason());
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
            following.takeSeenAsWhole(now());
            move(ConnectionState.CLOSED, following.finishedWords(finished.reason()), Optional.empty());
        } else if (following.done()) {
            move(ConnectionState.CLOSED, following.settledWords(), Optional.empty());
        } else if (outcome instanceof SessionOutcome.Refused refused) {
            following.problem(TEXTS.get("doing.connect"), refused.reason(), refused.nextStep(), now());
            if (following.incomplete()) {
                await(attempts.delayAfterRefusal(settings.get()), refused.reason());
            } else {
                move(ConnectionState.FAILED, refused.reason() + " " + refused.nextStep(), Optional.empty());
            }
        } else {
            if (!attempts.everOpened()) {
                following.problem(TEXTS.get("doing.connect"), outcome.reason(), TEXTS.get("again.next"), now());
            }
            await(attempts.nextDelay(settings.get(), now()), outcome.reason());
        }
    }

    private void await(Duration delay, String reason) {
        move(ConnectionState.WAITING, reason, Optional.of(now().plus(delay)));
        timer.set(delay, this::start);
    }

    private void stop(ConnectionState to, String reason) {
        cancelSession();
        move(to, reason, Optional.empty());
    }

    private void cancelSession() {
        timer.callOff();
        Session running = session;
        session = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void move(ConnectionState to, String reason, Optional<Instant> nextAttempt) {
        if (withdrawn) {
            return;
        }
        state = to;
        int shown = to.readyState() == 2 ? 0 : Math.max(1, attempts.made() + (to == ConnectionState.WAITING ? 1 : 0));
        LOG.info("{} is {} {}", name, to, reason);
        bus.publish(List.of(new ConnectionChanged(name, to, shown, nextAttempt, reason, now())));
    }

    // ---- what a session says

    synchronized void opened(Session from) {
        if (session != from) {
            return;
        }
        if (state == ConnectionState.CONNECTING) {
            attempts.opened(now());
            move(ConnectionState.OPEN, "", Optional.empty());
            checkSilence(from);
        }
    }

    synchronized void lostByItself(Session from, String reason) {
        if (session == from && state.readyState() == 1) {
            attempts.lost(now());
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
        following.refuseStrangers(events);
        if (state == ConnectionState.CONNECTING) {
            opened(from);
        }
        synchronized (emitting) {
            following.awaitRoom(from::cancelled);
            // What is noted is also published: a session cancelled while it waited must not count what nobody saw.
            synchronized (this) {
                if (session != from) {
                    throw new CancellationException("the session is over");
                }
                following.take(events, now());
                closeIfSettled();
            }
        }
    }

    private void closeIfSettled() {
        if (following.done()) {
            stop(ConnectionState.CLOSED, following.settledWords());
        }
    }

    void watch(Session from, String topic, Set<String> keys, WhenSettled then) {
        synchronized (emitting) {
            synchronized (this) {
                if (session == from) {
                    following.watch(topic, keys, then, now());
                    closeIfSettled();
                }
            }
        }
    }

    synchronized void checkpoint(Session from, String token) {
        if (session == from) {
            following.keepToken(scope, token);
        }
    }

    synchronized Optional<String> resumeToken() {
        String token = following.token(scope);
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    boolean fresh() {
        return following.empty();
    }

    void problem(Session from, String doing, String cause, String nextStep) {
        if (following.roomFor(from::cancelled)) {
            following.problem(doing, cause, nextStep, now());
        }
    }

    synchronized void serverDelay(Session from, Duration delay) {
        if (session == from) {
            attempts.serverDelay(delay);
        }
    }

    synchronized void retryAfter(Session from, Duration floor) {
        if (session == from) {
            attempts.retryAfter(floor);
        }
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

    private void checkSilence(Session of) {
        Silence listening = silence;
        if (session != of || listening == null || state.readyState() == 2) {
            return;
        }
        SourceSettings current = settings.get();
        Instant now = now();
        long silent = listening.since(now).toSeconds();
        if (state == ConnectionState.OPEN && listening.stale(current, now)) {
            move(ConnectionState.STALE, TEXTS.get("silent", silent), Optional.empty());
        }
        if (state == ConnectionState.STALE && listening.hung(current, now)) {
            cancelSession();
            await(attempts.nextDelay(current, now), TEXTS.get("silent.heartbeats", silent));
            return;
        }
        timer.set(listening.untilNextCheck(current, state == ConnectionState.STALE, now), () -> checkSilence(of));
    }

    /** Goes on once more after the end, until the rate has come to rest. */
    private synchronized boolean tellActivity() {
        boolean changed = !withdrawn && following.tellActivity(scope, now());
        return !withdrawn && (state.readyState() != 2 || changed);
    }
}
