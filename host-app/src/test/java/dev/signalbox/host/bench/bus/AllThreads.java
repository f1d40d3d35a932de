package dev.signalbox.host.bench.bus;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of every Java thread, per operation: a subject that leaves the work to another thread is not cheaper for
 * it. The threads of the collector and the compiler are not in it.
 */
public final class AllThreads implements InternalProfiler {
    static final String RESULT = "cpu.allThreads";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static volatile long atBegin;
    private static volatile long spent;

    /**
     * The benchmark itself says when an iteration begins and ends: after the last one JMH lets it close and check, which is
     * not part of what is measured, before it asks its profilers.
     */
    static void begin() {
        atBegin = nanos();
    }

    static void end() {
        spent = nanos() - atBegin;
    }

    @Override
    public String getDescription() {
        return "CPU time of every Java thread";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // see begin()
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double each = (double) spent / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(RESULT, each, "ns/op", AggregationPolicy.AVG));
    }

    private static long nanos() {
        long sum = 0;
        for (long thread : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
            sum += Math.max(0, thread);
        }
        return sum;
    }
}
