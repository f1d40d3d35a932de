package dev.signalbox.host.source;

import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A source whose sessions do what the test tells them, on their own thread. */
final class ScriptedSource implements UpdateSource {
    private interface Step {
        @Nullable SessionEnd take(UpdateSink sink) throws Exception;
    }

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile String scope = "one";

    @Override
    public String id() {
        return "s";
    }

    @Override
    public String resumeScope() {
        return scope;
    }

    @Override
    public SessionEnd run(UpdateSink sink) throws Exception {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        begun.incrementAndGet();
        try {
            while (true) {
                SessionEnd end = steps.take().take(sink);
                if (end != null) {
                    return end;
                }
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /** Lets the session do something and waits until it has. */
    void does(Consumer<UpdateSink> deed) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        steps.add(sink -> {
            try {
                deed.accept(sink);
                done.complete(true);
            } catch (RuntimeException | AssertionError failure) {
                done.completeExceptionally(failure);
            }
            return null;
        });
        done.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Lets the session do something that lasts. */
    void begins(Consumer<UpdateSink> deed) {
        steps.add(sink -> {
            deed.accept(sink);
            return null;
        });
    }

    /** Lets the session be left. */
    void leaves(Callable<SessionEnd> how) {
        steps.add(sink -> how.call());
    }

    void awaitSessions(int number) {
        Awaitility.await().until(() -> begun.get() == number);
    }

    int sessions() {
        return begun.get();
    }
}
