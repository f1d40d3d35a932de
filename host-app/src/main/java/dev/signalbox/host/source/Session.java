package dev.signalbox.host.source;

import dev.signalbox.host.bus.CauseText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cancelling side of one session: what to close, and which thread to interrupt. All state is guarded by this object,
 * and no foreign code runs under that lock.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final String source;
    private final ClassLoader loader;
    private final Deque<AutoCloseable> closedOnCancel = new ArrayDeque<>();
    private @Nullable Thread runner;
    private boolean begun;
    private boolean cancelled;

    Session(String source, ClassLoader loader) {
        this.source = source;
        this.loader = loader;
    }

    /** Called by the source's thread before it runs the session; false if there is nothing to run any more. */
    synchronized boolean begin() {
        if (cancelled) {
            return false;
        }
        runner = Thread.currentThread();
        begun = true;
        return true;
    }

    /** Called by the source's thread when the session was left. Clears an interrupt that was meant for the session. */
    synchronized boolean end() {
        runner = null;
        boolean wasCancelled = cancelled;
        cancelled = true;
        closedOnCancel.clear();
        Thread.interrupted();
        return wasCancelled;
    }

    /** Whether the source's thread has come to it. */
    synchronized boolean begun() {
        return begun;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    void closeOnCancel(AutoCloseable resource) {
        synchronized (this) {
            if (!cancelled) {
                closedOnCancel.push(resource);
                return;
            }
        }
        close(resource);
    }

    synchronized void release(AutoCloseable resource) {
        for (Iterator<AutoCloseable> all = closedOnCancel.iterator(); all.hasNext(); ) {
            if (all.next() == resource) {
                all.remove();
                return;
            }
        }
    }

    /** Ends the session. Returns at once: closing is the plug-in's code and gets a thread of its own. */
    void cancel() {
        Deque<AutoCloseable> toClose;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toClose = new ArrayDeque<>(closedOnCancel);
            closedOnCancel.clear();
        }
        Thread closer = new Thread(
                () -> {
                    toClose.forEach(this::close);
                    interrupt();
                },
                "cancel-" + source);
        closer.setDaemon(true);
        closer.setContextClassLoader(loader);
        closer.start();
    }

    private synchronized void interrupt() {
        if (runner != null) {
            runner.interrupt();
        }
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable failure) {
            // The next one must be closed all the same.
            LOG.debug("closing a resource of {} failed: {}", source, CauseText.of(failure));
        }
    }
}
