package dev.signalbox.sse.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up host names. The system's resolver cannot be interrupted and may take half a minute, so it is asked on a daemon
 * thread of its own, which whoever waits can leave behind; it ends when the system answers.
 */
final class NameLookup {
    /** Look-ups under way or left behind; above it new ones fail at once instead of piling up threads. */
    static final int MOST_AT_ONCE = 16;

    /** The system's resolver; one for all connectors, so that the bound holds for the process. */
    static final NameLookup OF_THE_SYSTEM = new NameLookup(InetAddress::getAllByName);

    private final Names names;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** What knows the addresses of a name. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    NameLookup(Names names) {
        this.names = names;
    }

    /**
     * Waits for the addresses of a host, until the attempt is given up or the time is up.
     */
    List<InetAddress> addresses(String host, Attempt attempt, Deadline deadline) throws IOException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        attempt.waitFor(() -> answer.cancel(false));
        if (!places.tryAcquire()) {
            throw new StreamLost(
                    "The host name " + host + " cannot be looked up: " + MOST_AT_ONCE
                            + " earlier look-ups still wait for the system. Is the network up?",
                    null);
        }
        ask(host, answer);
        try {
            int millis = deadline.millisLeft(1);
            return List.of(millis == 0 ? answer.get() : answer.get(millis, TimeUnit.MILLISECONDS));
        } catch (CancellationException givenUp) {
            throw new SocketException("The connection was closed from here.");
        } catch (TimeoutException | SocketTimeoutException late) {
            throw new StreamLost("Looking up the host name " + host + " took too long: is the network up?", late);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("looking up " + host);
        } catch (ExecutionException failed) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(failed.getCause());
            throw unknown;
        }
    }

    private void ask(String host, CompletableFuture<InetAddress[]> answer) {
        Thread thread = new Thread(
                () -> {
                    try {
                        answer.complete(names.addresses(host));
                    } catch (UnknownHostException | RuntimeException unknown) {
                        answer.completeExceptionally(unknown);
                    } finally {
                        places.release();
                    }
                },
                "sse-name-lookup");
        thread.setDaemon(true);
        thread.start();
    }
}
