package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.WhenSettled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs one session as the console would and writes down what it reports, a line for each report. */
final class RecordingSink implements UpdateSink {
    private static final long PATIENCE_SECONDS = 10;

    private final boolean fresh;
    private volatile @Nullable String token;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<SessionEnd> end = new CompletableFuture<>();

    // guarded by this
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private boolean cancelled;
    private @Nullable Thread session;
    private @Nullable RuntimeException refusing;
    private boolean behind;

    private RecordingSink(boolean fresh, @Nullable String token) {
        this.fresh = fresh;
        this.token = token;
    }

    static RecordingSink firstSession() {
        return new RecordingSink(true, null);
    }

    static RecordingSink laterSessionAfter(String token) {
        return new RecordingSink(false, token);
    }

    static RecordingSink laterSession() {
        return new RecordingSink(false, null);
    }

    /** From now on emit throws this. */
    synchronized void refuse(RuntimeException failure) {
        refusing = failure;
    }

    /** From now on emit waits, as for a console that is behind, until the session is cancelled. */
    synchronized void fallBehind() {
        behind = true;
    }

    private synchronized void waitWhileBehind() {
        try {
            if (behind) {
                lines.add("behind");
            }
            while (behind && !cancelled) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the session is over");
        }
        if (behind) {
            throw new CancellationException("the session is over");
        }
    }

    private synchronized void throwIfRefusing() {
        if (refusing != null) {
            throw refusing;
        }
    }

    RecordingSink run(UpdateSource source) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.complete(source.run(this));
                    } catch (Throwable thrown) {
                        end.completeExceptionally(thrown);
                    }
                },
                "test-session");
        thread.setDaemon(true);
        synchronized (this) {
            session = thread;
        }
        thread.start();
        return this;
    }

    SessionEnd end() throws Exception {
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    <T extends Throwable> T failure(Class<T> type) throws Exception {
        try {
            throw new AssertionError("the session ended with " + end());
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            assertThat(cause).isInstanceOf(type);
            return type.cast(cause);
        }
    }

    /** Cancels as the console does, and sees the session end within a second. */
    void cancel() throws InterruptedException {
        Thread thread;
        synchronized (this) {
            cancelled = true;
            notifyAll();
            while (!resources.isEmpty()) {
                close(resources.pop());
            }
            thread = session;
        }
        if (thread != null) {
            thread.interrupt();
            thread.join(1_000);
            assertThat(thread.isAlive()).as("the session is still running").isFalse();
        }
    }

    boolean isRunning() {
        return !end.isDone();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    RecordingSink awaitLine(String line) {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .untilAsserted(() -> assertThat(lines).contains(line));
        return this;
    }

    /** What was emitted, each order as {@code id=state}, whatever the batches. */
    List<String> orders() {
        List<String> orders = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("emit ")) {
                orders.addAll(List.of(line.substring("emit ".length()).split(" ", -1)));
            }
        }
        return orders;
    }

    @Override
    public String source() {
        return "sse/orders";
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public Optional<String> resumeToken() {
        return Optional.ofNullable(token);
    }

    @Override
    public void opened() {
        lines.add("opened");
    }

    @Override
    public void lost(String reason) {
        lines.add("lost " + reason);
    }

    @Override
    public void emit(List<? extends SourceEvent> events) {
        if (cancelled()) {
            throw new CancellationException("the session is over");
        }
        throwIfRefusing();
        waitWhileBehind();
        StringBuilder line = new StringBuilder("emit");
        for (SourceEvent event : events) {
            assertThat(event.source()).isEqualTo(source());
            if (event instanceof OrderEvent order) {
                line.append(' ').append(order.orderId()).append('=').append(order.state());
            } else if (event instanceof Notice notice) {
                lines.add("notice " + notice.topic() + ": " + notice.title() + ": " + notice.message());
            }
        }
        if (line.length() > "emit".length()) {
            lines.add(line.toString());
        }
    }

    @Override
    public void checkpoint(String resumeToken) {
        token = resumeToken.isEmpty() ? null : resumeToken;
        lines.add("checkpoint " + resumeToken);
    }

    @Override
    public void watch(String topic, Set<String> keys, WhenSettled then) {
        lines.add("watch " + topic + " " + new TreeSet<>(keys) + " " + then);
    }

    @Override
    public void problem(String doing, String cause, String nextStep) {
        lines.add("problem " + doing + ": " + cause + " " + nextStep);
    }

    @Override
    public void heartbeat() {
        lines.add("heartbeat");
    }

    @Override
    public void staleAfter(Duration silence) {
        lines.add("stale after " + silence);
    }

    @Override
    public void reconnectDelay(Duration delay) {
        lines.add("reconnect delay " + delay);
    }

    @Override
    public void retryAfter(Duration floor) {
        lines.add("retry after " + floor);
    }

    @Override
    public synchronized <R extends AutoCloseable> R closeOnCancel(R resource) {
        if (cancelled) {
            close(resource);
        } else {
            resources.push(resource);
        }
        return resource;
    }

    @Override
    public synchronized void release(AutoCloseable resource) {
        resources.remove(resource);
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
