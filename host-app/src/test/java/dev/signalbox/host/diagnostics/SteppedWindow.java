package dev.signalbox.host.diagnostics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A window's thread and a clock that a test moves by hand. */
final class SteppedWindow implements WindowThread {
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private StackTraceElement[] stack = {};
    private long nanos = 1_000;
    private int looks;

    @Override
    public void post(Runnable task) {
        posted.add(task);
    }

    @Override
    public StackTraceElement[] stack() {
        looks++;
        return stack;
    }

    long nanos() {
        return nanos;
    }

    void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Its thread comes to what was posted. */
    void answer() {
        while (!posted.isEmpty()) {
            posted.remove().run();
        }
    }

    void runs(StackTraceElement... frames) {
        stack = frames;
    }

    int waiting() {
        return posted.size();
    }

    /** How often its stack was looked at. */
    int looks() {
        return looks;
    }
}
