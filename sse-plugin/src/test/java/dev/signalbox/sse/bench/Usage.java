package dev.signalbox.sse.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What every Java thread of this JVM has used so far: whichever works for a subject, it is counted. */
final class Usage {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, long[]> byThread = new HashMap<>();

    Usage() {
        long[] ids = THREADS.getAllThreadIds();
        long[] cpu = THREADS.getThreadCpuTime(ids);
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            byThread.put(ids[i], new long[] {Math.max(0, cpu[i]), Math.max(0, bytes[i])});
        }
    }

    long cpuNanosSince(Usage before) {
        return since(before, 0);
    }

    long bytesSince(Usage before) {
        return since(before, 1);
    }

    private long since(Usage before, int what) {
        long sum = 0;
        for (Map.Entry<Long, long[]> thread : byThread.entrySet()) {
            long[] then = before.byThread.get(thread.getKey());
            sum += thread.getValue()[what] - (then == null ? 0 : then[what]);
        }
        return sum;
    }
}
