package dev.signalbox.host.export;

import java.util.concurrent.CancellationException;

/** How far a piece of work is, told by the thread that does it; and the wish to stop it, from any other. */
public final class Progress {
    private volatile int done;
    private volatile boolean cancelled;

    /** Makes one that has just begun. */
    public Progress() {}

    /**
     * One more is done.
     *
     * @throws CancellationException when nobody wants the rest
     */
    public void step() {
        if (cancelled) {
            throw new CancellationException();
        }
        // Written by one thread only.
        int next = done + 1;
        done = next;
    }

    int done() {
        return done;
    }

    void cancel() {
        cancelled = true;
    }
}
