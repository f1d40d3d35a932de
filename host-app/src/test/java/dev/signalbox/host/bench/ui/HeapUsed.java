package dev.signalbox.host.bench.ui;

import java.lang.management.ManagementFactory;

/** What is left on the heap when everything that nobody needs is gone. */
final class HeapUsed {

    private HeapUsed() {}

    static double mib() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024);
    }
}
