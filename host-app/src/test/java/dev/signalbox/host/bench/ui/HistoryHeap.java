package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How much the console holds when each order has changed often: {@code <orders> <changes>}. Each change has a text and a
 * time of its own, as nothing says that those from the wire are alike.
 */
final class HistoryHeap {
    private static final int BATCH = 1_000;

    private HistoryHeap() {}

    public static void main(String[] arguments) throws Exception {
        ChildJvm.endWithTheMainThread();
        int orders = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        List<OrderEvent> last = round(orders, 1);
        SignalboxConsole console = new SignalboxConsole();
        console.open(last, Mode.SORTED_FILTERED);
        for (int change = 2; change <= changes; change++) {
            last = round(orders, change);
            for (int from = 0; from < orders; from += BATCH) {
                console.take(last.subList(from, Math.min(orders, from + BATCH)));
            }
        }
        console.quiesce();
        System.out.println(CellWorker.RESULT + HeapUsed.mib());
        List<OrderEvent> told = last;
        List<String> wrong = OnEdt.get(() -> RestCheck.differences(
                told,
                IntStream.range(0, orders)
                        .mapToObj(console::held)
                        .map(Supplier::get)
                        .toList(),
                ShownRow.of(console.table()),
                Mode.SORTED_FILTERED));
        wrong.forEach(difference -> System.out.println(CellWorker.WRONG + difference));
        // the console's threads would go on
        System.exit(0);
    }

    private static List<OrderEvent> round(int orders, int change) {
        List<OrderEvent> round = new ArrayList<>(orders);
        for (int order = 0; order < orders; order++) {
            String place = (order + change) % 2 == 0 ? Messages.SEARCHED : "hub";
            round.add(new OrderEvent(
                    OrderUpdates.SOURCE,
                    String.format(Locale.ROOT, "ORD-%06d", order),
                    "PROCESSING",
                    "IN_PROGRESS",
                    String.format(Locale.ROOT, "Scanned at %s %04d by %06d", place, change, order),
                    false,
                    false,
                    Instant.now()));
        }
        return round;
    }
}
