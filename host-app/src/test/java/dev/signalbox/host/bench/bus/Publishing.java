package dev.signalbox.host.bench.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Publishes in bursts of {@value #BATCHES} batches while the subscribers take what comes, and lets them catch up between
 * two bursts, which is not in the time. So the console's mailboxes are neither always empty, which would wake a thread for
 * each batch, nor do they fill up to their bound, which would measure merging.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Publishing {
    static final int BATCHES = 400;

    private static final long LOOK_AGAIN_NANOS = 20_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Who publishes. */
    @Param({"signalbox", "guava", "list"})
    public String subject = "";

    /** How many subscribers there are. */
    @Param({"1", "10"})
    public int subscribers;

    private final List<Counter> counters = new ArrayList<>();
    private final Batches batches = new Batches();
    private Publisher publisher = Publisher.named("list", List.of());
    private long published;

    /** Makes the publisher and its subscribers. */
    @Setup(Level.Trial)
    public void open() {
        for (int i = 0; i < subscribers; i++) {
            counters.add(new Counter());
        }
        publisher = Publisher.named(subject, counters);
    }

    /** From here on CPU time counts. */
    @Setup(Level.Iteration)
    public void beginIteration() {
        AllThreads.begin();
    }

    /** Up to here CPU time counts. */
    @TearDown(Level.Iteration)
    public void endIteration() {
        AllThreads.end();
    }

    /** A burst; the unit of the result is one event. */
    @Benchmark
    @OperationsPerInvocation(BATCHES * Batches.SIZE)
    public void burst() {
        for (int i = 0; i < BATCHES; i++) {
            publisher.publish(batches.next());
        }
    }

    /** Lets the subscribers catch up. */
    @TearDown(Level.Invocation)
    public void awaitSubscribers() {
        published += BATCHES;
        long begin = System.nanoTime();
        for (Counter counter : counters) {
            while (counter.counted() < published * Batches.SIZE && System.nanoTime() - begin < PATIENCE_NANOS) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    /** Looks whether every subscriber got every event. */
    @TearDown(Level.Trial)
    public void close() {
        publisher.close();
        Counter expected = new Counter();
        Batches again = new Batches();
        for (long i = 0; i < published; i++) {
            expected.take(again.next());
        }
        for (Counter counter : counters) {
            String difference = counter.differenceFrom(expected);
            if (!difference.isEmpty()) {
                throw new IllegalStateException(
                        "A subscriber of " + subject + " was told wrongly: " + difference + ".");
            }
        }
    }
}
