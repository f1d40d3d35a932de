package dev.signalbox.host.diagnostics;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Reads the load on the window's thread, whose own time it takes as the window's. */
final class LoadMeter {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final LongSupplier nanos;

    private long readAt;
    private long cpuBefore;
    private boolean read;

    LoadMeter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Load read() {
        Runtime runtime = Runtime.getRuntime();
        return new Load(
                runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), threads.getThreadCount(), share());
    }

    private OptionalDouble share() {
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return OptionalDouble.empty();
        }
        long now = nanos.getAsLong();
        long cpu = threads.getCurrentThreadCpuTime();
        double share = (double) (cpu - cpuBefore) / Math.max(1, now - readAt);
        boolean known = read;
        readAt = now;
        cpuBefore = cpu;
        read = true;
        return known ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
