package dev.signalbox.sse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the console's way from bytes to orders against okhttp-sse and okhttp-eventsource.
 *
 * <p>Not JMH: its forks run one after the other, so a noisy minute would hit one subject alone, and it neither counts the
 * work of the threads a peer brings along nor knows a server in a second process. What JMH takes care of is done here by
 * hand: a JVM for each subject, so that nobody's profile spoils another's, a warm-up, many rounds and their median. The
 * rounds go round-robin over the subjects.
 */
final class SseBench {
    private record Plan(int rounds, int roundMillis, int warmUpMillis) {
        static final Plan FULL = new Plan(7, 1_000, 4_000);
        static final Plan QUICK = new Plan(3, 350, 1_200);
    }

    private final Plan plan;
    private final Map<Measured, Sample> results = new LinkedHashMap<>();

    private SseBench(Plan plan) {
        this.plan = plan;
    }

    public static void main(String[] arguments) throws IOException {
        Path json = Path.of(arguments[0]);
        boolean quick = !arguments[1].equals("false");
        SseBench bench = new SseBench(quick ? Plan.QUICK : Plan.FULL);
        long start = System.nanoTime();
        for (String payload : Payload.CASES) {
            bench.measure(payload);
        }
        System.out.println();
        System.out.print(Report.table(bench.results));
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(json, Report.json(bench.results));
        System.out.printf(
                Locale.ROOT, "%nWritten to %s. It took %d s.%n", json, (System.nanoTime() - start) / 1_000_000_000);
    }

    private void measure(String payload) throws IOException {
        Map<String, ChildJvm> workers = new LinkedHashMap<>();
        try (ChildJvm server = ChildJvm.start(BenchServer.class, payload)) {
            for (String subject : Subject.of(payload, "loopback")) {
                workers.put(subject, ChildJvm.start(BenchWorker.class, payload, subject));
            }
            String port = server.answer();
            for (String feed : List.of("memory", "loopback")) {
                measure(payload, feed, port, workers);
            }
        } finally {
            workers.values().forEach(ChildJvm::close);
        }
    }

    private void measure(String payload, String feed, String port, Map<String, ChildJvm> workers) throws IOException {
        Map<String, ChildJvm> taking = new LinkedHashMap<>(workers);
        taking.keySet().retainAll(Subject.of(payload, feed));
        for (Map.Entry<String, ChildJvm> worker : taking.entrySet()) {
            System.out.printf("%-10s  %-8s  warming up %s%n", payload, feed, worker.getKey());
            warmUp(worker.getValue(), feed, port);
        }
        Map<String, List<Sample>> rounds = new LinkedHashMap<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            StringBuilder said = new StringBuilder();
            for (Map.Entry<String, ChildJvm> worker : taking.entrySet()) {
                Sample sample = run(worker.getValue(), feed, plan.roundMillis(), port);
                rounds.computeIfAbsent(worker.getKey(), any -> new ArrayList<>())
                        .add(sample);
                said.append(String.format(Locale.ROOT, "  %s %,.0f/s", worker.getKey(), sample.eventsPerSecond()));
            }
            System.out.printf("%-10s  %-8s  round %d of %d:%s%n", payload, feed, round, plan.rounds(), said);
        }
        rounds.forEach((subject, samples) -> results.put(new Measured(payload, feed, subject), Sample.median(samples)));
    }

    /** Several streams, because optimised code is often entered only with the next one. */
    private void warmUp(ChildJvm worker, String feed, String port) throws IOException {
        long end = System.nanoTime() + plan.warmUpMillis() * 1_000_000L;
        do {
            run(worker, feed, plan.warmUpMillis() / 6, port);
        } while (System.nanoTime() < end);
    }

    private static Sample run(ChildJvm worker, String feed, int millis, String port) throws IOException {
        return Sample.parse(worker.ask(feed + " " + millis + " " + port));
    }
}
