package dev.signalbox.host.bench.road;

import com.sun.management.OperatingSystemMXBean;
import dev.signalbox.host.app.ConsoleUnderTest;
import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.RepaintManager;

/** Measures the whole road, rate after rate, until it lags. */
final class RoadBench {
    private record Plan(List<Long> rates, boolean stopsAtLag, long warmUpMillis, long measuredMillis) {
        static final Plan FULL = new Plan(
                List.of(10_000L, 25_000L, 50_000L, 100_000L, 200_000L, 400_000L, 800_000L, 1_600_000L),
                true,
                3_000,
                6_000);
        static final Plan QUICK = new Plan(List.of(50_000L, 200_000L), false, 3_000, 6_000);
    }

    private static final int ORDERS = 10_000;
    private static final int ORDERS_PER_MESSAGE = 10;
    private static final long FIRST_RATE = 25_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ServerProcess server;
    private final ConsoleUnderTest console;
    private final PaintedOrders painted;
    private final ShownOrders shown;
    private final EdtProbe probe;

    private RoadBench(
            ServerProcess server, ConsoleUnderTest console, ShownOrders shown, PaintedOrders painted, EdtProbe probe) {
        this.server = server;
        this.console = console;
        this.shown = shown;
        this.painted = painted;
        this.probe = probe;
    }

    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]).toAbsolutePath();
        Plan plan = arguments[1].equals("false") ? Plan.FULL : Plan.QUICK;
        Optional<String> noDisplay = noDisplay();
        if (noDisplay.isPresent()) {
            System.err.println("The end-to-end benchmark opens the console's window, and " + noDisplay.get()
                    + " Give it a display, such as Xvfb: DISPLAY=:1 ./mvnw -q -Pbench -Dbench=end-to-end");
            System.exit(2);
        }
        System.exit(run(json, plan));
    }

    private static int run(Path json, Plan plan) throws Exception {
        String machine = Machine.line();
        Files.createDirectories(json.getParent());
        Path home = Files.createTempDirectory(json.getParent(), "road-home");
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(ORDERS, ORDERS_PER_MESSAGE)) {
            PaintWatch watch = onEdt(PaintWatch::new);
            onEdt(() -> {
                RepaintManager.setCurrentManager(watch);
                return watch;
            });
            // failures are part of the feed; a window that opens over the table is not what is measured
            ConsoleUnderTest console = ConsoleUnderTest.open(
                    home,
                    "--sse.url=" + server.url(),
                    "--console.failure-dialog=never",
                    "--console.connect-at-start=true");
            SharedClock clock = SharedClock.compare(server::nanoTime, System::nanoTime);
            List<Measured> cells;
            try {
                cells = measure(plan, server, console, watch, clock);
            } finally {
                close(console);
            }
            RoadReport report = new RoadReport(machine, clock.words(), ORDERS, ORDERS_PER_MESSAGE, cells);
            System.out.println();
            System.out.print(report.table());
            Files.writeString(json, report.json());
            System.out.printf(
                    Locale.ROOT, "%nWritten to %s. It took %d s.%n", json, (System.nanoTime() - start) / 1_000_000_000);
            return 0;
        } catch (WrongPictureException wrong) {
            System.err.println(wrong.getMessage());
            return 1;
        } finally {
            delete(home);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Measured> measure(
            Plan plan, ServerProcess server, ConsoleUnderTest console, PaintWatch watch, SharedClock clock)
            throws Exception {
        System.out.printf(Locale.ROOT, "warming up at %,d orders/s%n", FIRST_RATE);
        server.send(FIRST_RATE, 2 * plan.warmUpMillis());
        server.sent();
        settle(console);
        ShownOrders shown = onEdt(ShownOrders::find);
        PaintedOrders painted = onEdt(() -> new PaintedOrders(shown, clock));
        try (EdtProbe probe = new EdtProbe(painted::lookWhenClean)) {
            watch.onPainted(painted::look);
            probe.start();
            RoadBench bench = new RoadBench(server, console, shown, painted, probe);
            bench.check(FIRST_RATE);
            List<Measured> cells = new ArrayList<>();
            for (long rate : plan.rates()) {
                Measured cell = bench.measure(rate, plan);
                if (cell.lag().isPresent()) {
                    System.out.println("once more, as a noisy moment may have been the reason");
                    cell = bench.measure(rate, plan);
                }
                cells.add(cell);
                if (cell.lag().isPresent() && plan.stopsAtLag()) {
                    break;
                }
            }
            return cells;
        }
    }

    private Measured measure(long rate, Plan plan) throws Exception {
        server.send(rate, plan.warmUpMillis());
        server.sent();
        server.send(rate, plan.measuredMillis());
        onEdt(() -> {
            probe.take();
            painted.begin(TimeUnit.MILLISECONDS.toNanos(plan.measuredMillis()));
            return probe;
        });
        long begin = System.nanoTime();
        long cpuBefore = PROCESS.getProcessCpuTime();
        Sent sent = server.sent();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (PROCESS.getProcessCpuTime() - cpuBefore) / 1e9;
        Delays edt = onEdt(probe::take);
        Delays[] thirds = onEdt(painted::end);
        check(rate);
        Delays all = Delays.of(thirds);
        Measured cell = new Measured(
                rate,
                sent,
                all.millis(0.5),
                all.millis(0.99),
                all.millis(1),
                thirds[0].millis(0.5),
                thirds[2].millis(0.5),
                all.count(),
                edt.millis(0.99),
                edt.millis(1),
                cpuSeconds / seconds,
                sent.cpuSeconds() / seconds);
        System.out.printf(
                Locale.ROOT,
                "%,9d orders/s: sent %.1f %%, p99 %.1f ms, lags: %s%n",
                rate,
                100 * sent.share(),
                cell.paintedP99(),
                cell.lag().orElse("no"));
        return cell;
    }

    /** At rest every order must show what the server said of it last. */
    private void check(long rate) throws Exception {
        List<LastWord> said = server.lastWords();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String difference;
        do {
            settle(console);
            difference = onEdt(() -> LastWord.difference(said, shown.cells()));
        } while (!difference.isEmpty() && System.nanoTime() < deadline);
        if (!difference.isEmpty()) {
            throw new WrongPictureException(String.format(
                    Locale.ROOT,
                    "After %,d orders/s the console does not show what the server said last: %s.",
                    rate,
                    difference));
        }
    }

    /** Gives the console time. What it shows then decides, as what the socket still holds is nothing the bus knows of. */
    private static void settle(ConsoleUnderTest console) throws InterruptedException {
        boolean quiet = console.bus().quiesce(MOMENT);
        if (!quiet) {
            System.out.println("the console still works off what came");
        }
    }

    private static void close(ConsoleUnderTest console) throws Exception {
        onEdt(() -> {
            for (Window window : Window.getWindows()) {
                if ("console".equals(window.getName())) {
                    window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
                }
            }
            return console;
        });
        console.exit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Optional<String> noDisplay() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("there is no display.");
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return Optional.empty();
        } catch (AWTError unusable) {
            return Optional.of("the display cannot be used: " + unusable.getMessage());
        }
    }

    private static <T> T onEdt(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        EventQueue.invokeAndWait(future);
        return future.get();
    }
}
