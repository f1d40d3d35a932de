package dev.signalbox.host.bench.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks now and then at what the EDT is doing, to tell where its time goes. Costs time itself. */
final class EdtSampler {
    private static final long EVERY_NANOS = 5_000_000;
    private static final int MOST_LINES = 25;
    private static final Set<String> DISPATCH =
            Set.of("java.awt.EventQueue", "java.awt.EventDispatchThread", "java.awt.event.InvocationEvent");

    private final Thread thread = new Thread(this::run, "bench-sampler");
    private final Thread edt;
    private final Map<String, Integer> doing = new TreeMap<>();
    private final Map<String, Integer> within = new TreeMap<>();
    private int busy;
    private int all;
    private volatile boolean stopped;

    EdtSampler(Thread edt) {
        this.edt = edt;
    }

    void start() {
        thread.start();
    }

    /** What it saw, as lines for people. */
    List<String> finish() throws InterruptedException {
        stopped = true;
        thread.join();
        return Stream.of(
                        Stream.of("the EDT was busy in %d of %d samples; it was doing".formatted(busy, all)),
                        most(doing),
                        Stream.of("and was somewhere within"),
                        most(within))
                .flatMap(lines -> lines)
                .toList();
    }

    private void run() {
        while (!stopped) {
            LockSupport.parkNanos(EVERY_NANOS);
            Thread.State state = edt.getState();
            count(
                    edt.getStackTrace(),
                    state == Thread.State.BLOCKED || state == Thread.State.WAITING ? ", waiting for a lock" : "");
        }
    }

    private void count(StackTraceElement[] stack, String how) {
        all++;
        if (stack.length == 0
                || Stream.of(stack)
                        .limit(8)
                        .anyMatch(frame -> frame.getMethodName().equals("getNextEvent"))) {
            return;
        }
        busy++;
        doing.merge(name(stack[0]) + how, 1, Integer::sum);
        Set<String> frames = new HashSet<>();
        for (StackTraceElement frame : stack) {
            if (!DISPATCH.contains(frame.getClassName())
                    && !frame.getClassName().startsWith("java.security")) {
                frames.add(name(frame));
            }
        }
        frames.forEach(frame -> within.merge(frame, 1, Integer::sum));
    }

    private Stream<String> most(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_LINES)
                .map(entry -> String.format(
                        Locale.ROOT, "  %5.1f %%  %s", 100.0 * entry.getValue() / Math.max(1, busy), entry.getKey()))
                .collect(Collectors.toList())
                .stream();
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }
}
