package dev.signalbox.host.bench.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures how long the window makes an operator wait while updates pour in, against others: {@code <json> <layout>
 * <quick> <subject> <sample>}. The exit code says whether every table was right at rest; a target that is missed is told
 * in the table.
 */
final class UiBench {
    private static final int HISTORY_ORDERS = 100_000;
    private static final int HISTORY_CHANGES = 20;
    private static final int CALIBRATED = 2_000_000;

    private final Plan plan;
    private final Path layout;
    private final boolean sample;
    private final List<Result> results = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Optional<Double> historyMib = Optional.empty();

    private UiBench(Plan plan, Path layout, boolean sample) {
        this.plan = plan;
        this.layout = layout;
        this.sample = sample;
    }

    public static void main(String[] arguments) throws IOException {
        Optional<String> missing = Screen.missing();
        if (missing.isPresent()) {
            System.err.println(missing.get());
            System.exit(2);
        }
        Path json = Path.of(arguments[0]);
        boolean quick = !arguments[2].equals("false");
        String subject = arguments[3];
        if (!Plan.CHOICES.contains(subject)) {
            System.err.printf(
                    "There is no subject \"%s\". Say -Dbench.subject= and one of %s.%n",
                    subject, String.join(", ", Plan.CHOICES));
            System.exit(2);
        }
        Plan plan = (quick ? Plan.quick() : Plan.full()).only(subject);
        UiBench bench = new UiBench(plan, Path.of(arguments[1]), !arguments[4].equals("false"));
        long start = System.nanoTime();
        System.out.println(Machine.description(ChildJvm.flags(bench.layout)));
        Optional<String> busy = Machine.busy();
        busy.ifPresent(System.out::println);
        System.out.printf(Locale.ROOT, "Making an update costs %.0f ns of the feeder's core.%n%n", generatorNanos());
        for (CellGroup group : plan.groups()) {
            bench.measure(group);
        }
        if (subject.equals(Plan.HISTORY) || (subject.equals(Plan.EVERYTHING) && !quick)) {
            bench.measureHistory();
        }
        bench.say();
        busy.ifPresent(System.out::println);
        bench.write(json);
        System.out.printf(
                Locale.ROOT,
                "%nWritten to %s. It took %d s.%n",
                json.getParent(),
                (System.nanoTime() - start) / 1_000_000_000);
        System.exit(bench.wrong.isEmpty() ? 0 : 1);
    }

    private void measure(CellGroup group) throws IOException {
        System.out.println(group);
        ChildJvm jvm = new ChildJvm(layout, line -> {
            Result result = Result.parse(group, line);
            results.add(result);
            System.out.printf(
                    Locale.ROOT,
                    "  %,d/s: EDT p50 %.2f p99 %.2f max %.1f ms, stale p99 %.1f ms, EDT share %.1f %%, heap %.0f MiB,"
                            + " took %,.0f/s%n",
                    result.cell().rate(),
                    result.edtP50Millis(),
                    result.edtP99Millis(),
                    result.edtMostMillis(),
                    result.staleP99Millis(),
                    100 * result.edtShare(),
                    result.heapMib(),
                    result.achievedRate());
        });
        List<String> arguments = List.of(
                group.subject(),
                Integer.toString(group.orders()),
                group.mode().text(),
                group.rates().stream().map(String::valueOf).collect(Collectors.joining(",")),
                Integer.toString(plan.firstWarmUpMillis()),
                Integer.toString(plan.warmUpMillis()),
                Integer.toString(plan.measuredMillis()),
                Boolean.toString(sample));
        Duration atMost = Duration.ofMinutes(1)
                .plus(Duration.ofMinutes(1).multipliedBy(group.rates().size()));
        note(group.toString(), jvm.run(atMost, CellWorker.class, arguments));
    }

    private void measureHistory() throws IOException {
        String what = "signalbox, %,d orders with %d changes of each".formatted(HISTORY_ORDERS, HISTORY_CHANGES);
        System.out.println(what);
        ChildJvm jvm = new ChildJvm(layout, line -> historyMib = Optional.of(Double.valueOf(line)));
        List<String> arguments = List.of(Integer.toString(HISTORY_ORDERS), Integer.toString(HISTORY_CHANGES));
        note(what, jvm.run(Duration.ofMinutes(5), HistoryHeap.class, arguments));
    }

    private void note(String where, List<String> differences) {
        differences.forEach(difference -> {
            System.out.println("  WRONG: " + difference);
            wrong.add(where + ": " + difference);
        });
    }

    private void say() {
        System.out.println();
        if (!results.isEmpty()) {
            System.out.println(Report.table(results));
        }
        String targets = Target.lines(results) + historyMib.map(Target::history).orElse("");
        if (!targets.isEmpty()) {
            System.out.println(Target.HEADER + targets);
        }
        System.out.printf(
                Locale.ROOT,
                "Looking at what is painted cost at most %.1f %% of a core, on the EDT; it is not counted in its share.%n",
                100 * results.stream().mapToDouble(Result::lookShare).max().orElse(0));
        if (sample) {
            System.out.println("The EDT was sampled meanwhile: these numbers are for a look only.");
        }
        if (wrong.isEmpty()) {
            System.out.println("Every table was right at rest.");
        } else {
            System.out.println("NOT RIGHT at rest:");
            wrong.forEach(line -> System.out.println("- " + line));
        }
    }

    private void write(Path json) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        // nothing was measured when only the history was asked for
        if (!results.isEmpty()) {
            Files.writeString(json, Report.json(results));
        }
        if (historyMib.isPresent()) {
            Files.writeString(
                    json.resolveSibling("ui-history.json"),
                    String.format(
                            Locale.ROOT,
                            "{\"subject\":\"signalbox\",\"orders\":%d,\"changes\":%d,\"heap_mb\":%.1f}%n",
                            HISTORY_ORDERS,
                            HISTORY_CHANGES,
                            historyMib.get()));
        }
    }

    /** What the feeder itself spends, in a loop that has been run before. */
    private static double generatorNanos() {
        OrderUpdates updates = new OrderUpdates(100_000, 1);
        double nanos = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (int made = 0; made < CALIBRATED; made += 1_000) {
                updates.next(1_000);
            }
            nanos = (System.nanoTime() - start) / (double) CALIBRATED;
        }
        return nanos;
    }
}
