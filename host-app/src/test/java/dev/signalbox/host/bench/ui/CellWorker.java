package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.RepaintManager;

/**
 * Measures the cells of one group in this JVM: {@code <subject> <orders> <mode> <rate,rate> <first warm-up> <warm-up>
 * <measured> <sample>}, times in milliseconds. What it says is for {@link ChildJvm}.
 */
final class CellWorker {
    static final String RESULT = "result ";
    static final String WRONG = "wrong ";

    private static final long SEED = 20_260_301;

    /** A JVM is warmed up at this rate or, if less, at the highest one of its cells: few updates compile little. */
    private static final int USUAL_RATE = 100_000;

    private static final int SETTLING_MILLIS = 500;
    private static final Duration LONGEST_HOLD_UP = Duration.ofSeconds(30);

    private final OrderUpdates updates;
    private final CellGroup group;
    private final boolean sample;
    private final Subject subject;
    private final ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();

    private CellWorker(CellGroup group, boolean sample) {
        this.group = group;
        this.sample = sample;
        this.updates = new OrderUpdates(group.orders(), SEED);
        this.subject = Subject.named(group.subject());
    }

    public static void main(String[] arguments) throws Exception {
        ChildJvm.endWithTheMainThread();
        CellGroup group = new CellGroup(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Mode.of(arguments[2]),
                Stream.of(arguments[3].split(",", -1)).map(Integer::valueOf).toList());
        CellWorker worker = new CellWorker(group, Boolean.parseBoolean(arguments[7]));
        worker.subject.open(worker.updates.first(), group.mode());
        // after the console has set its own
        Thread.setDefaultUncaughtExceptionHandler((where, failure) -> worker.thrown.add(failure));
        int most = group.rates().stream().mapToInt(rate -> rate).max().orElseThrow();
        worker.warmUp(Math.min(most, USUAL_RATE), Integer.parseInt(arguments[4]));
        for (int rate : group.rates()) {
            worker.measure(rate, Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]));
        }
        // the console's threads would go on
        System.exit(0);
    }

    private void measure(int rate, int warmUpMillis, int measuredMillis) throws InterruptedException {
        Staleness staleness = OnEdt.get(() -> new Staleness(subject, group.orders(), rate));
        PaintClock paints = new PaintClock(staleness::look);
        OnEdt.run(() -> RepaintManager.setCurrentManager(paints));
        EdtProbe probe = new EdtProbe(() -> {
            if (!paints.dirty()) {
                staleness.look();
            }
        });
        Thread edt = OnEdt.get(Thread::currentThread);
        EdtSampler sampler = new EdtSampler(edt);
        warmUp(rate, warmUpMillis);
        Feeder feeder = new Feeder(updates, subject, rate);
        feeder.start();
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        OnEdt.run(staleness::begin);
        probe.start();
        if (sample) {
            sampler.start();
        }
        Usage before = Usage.now(edt, feeder);
        TimeUnit.MILLISECONDS.sleep(measuredMillis);
        Usage after = Usage.now(edt, feeder);
        Durations ages = OnEdt.get(staleness::end);
        Durations delays = probe.finish(LONGEST_HOLD_UP);
        feeder.finish();
        List<String> samples = sample ? sampler.finish() : List.of();
        subject.quiesce();
        double seconds = (after.nanoTime - before.nanoTime) / 1e9;
        double looking = OnEdt.get(staleness::spentNanos) / 1e9 / seconds;
        Result result = new Result(
                group.cell(rate),
                delays.percentileMillis(0.50),
                delays.percentileMillis(0.99),
                delays.mostMillis(),
                ages.percentileMillis(0.99),
                Math.max(0, (after.edtNanos - before.edtNanos) / 1e9 / seconds - looking),
                HeapUsed.mib(),
                (after.made - before.made) / seconds,
                looking);
        samples.forEach(System.out::println);
        System.out.println(RESULT + result.line());
        differences().forEach(difference -> System.out.println(WRONG + difference));
    }

    /** What a cold JVM did not manage is made up for before measuring begins, and does not count as a delay of later updates. */
    private void warmUp(int rate, int millis) throws InterruptedException {
        Feeder feeder = new Feeder(updates, subject, rate);
        feeder.start();
        TimeUnit.MILLISECONDS.sleep(millis);
        feeder.finish();
        subject.quiesce();
    }

    private List<String> differences() throws InterruptedException {
        return OnEdt.get(() -> {
            List<Instant> held = IntStream.range(0, group.orders())
                    .mapToObj(subject::held)
                    .map(Supplier::get)
                    .toList();
            List<OrderEvent> last = updates.last();
            List<String> all =
                    new ArrayList<>(RestCheck.differences(last, held, ShownRow.of(subject.table()), group.mode()));
            for (Throwable failure = thrown.poll(); failure != null; failure = thrown.poll()) {
                all.add("it threw " + failure);
            }
            return all;
        });
    }

    /** What was used and done so far. */
    private record Usage(long nanoTime, long edtNanos, long made) {
        static Usage now(Thread edt, Feeder feeder) {
            return new Usage(
                    System.nanoTime(),
                    ManagementFactory.getThreadMXBean().getThreadCpuTime(edt.getId()),
                    feeder.made());
        }
    }
}
