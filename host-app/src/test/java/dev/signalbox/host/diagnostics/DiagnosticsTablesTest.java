package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.bus.SubscriptionStatistics;
import dev.signalbox.host.order.ShownUpdates;
import dev.signalbox.host.ui.Command;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import org.junit.jupiter.api.Test;

/** What the operator has sorted and selected stays so while the numbers move. */
class DiagnosticsTablesTest {

    private static SubscriptionLine line(String label, long delivered) {
        SubscriptionStatistics one = HealthTest.statistics("the console", label, true, delivered, 0, 0, 0, 0);
        return new SubscriptionLine(SubscriptionLine.Key.of(one, 1), one, 0);
    }

    private static List<String> labels(SubscriptionTable table) {
        return IntStream.range(0, table.getRowCount())
                .mapToObj(row -> String.valueOf(table.getValueAt(row, SubscriptionTableModel.LABEL)))
                .toList();
    }

    @Test
    void numbersAreSortedAsNumbersAndAgainWithEachReading() throws Exception {
        EventQueue.invokeAndWait(() -> {
            SubscriptionTable table = new SubscriptionTable(new SubscriptionTableModel());
            table.show(List.of(line("a", 9), line("b", 10), line("c", 8)));
            table.getRowSorter()
                    .setSortKeys(
                            List.of(new RowSorter.SortKey(SubscriptionTableModel.DELIVERED, SortOrder.DESCENDING)));
            assertThat(labels(table)).containsExactly("b", "a", "c");
            table.show(List.of(line("a", 19), line("b", 12), line("c", 30)));
            assertThat(labels(table)).containsExactly("c", "a", "b");
        });
    }

    @Test
    void theSelectionFollowsItsSubscription() throws Exception {
        EventQueue.invokeAndWait(() -> {
            SubscriptionTable table = new SubscriptionTable(new SubscriptionTableModel());
            table.show(List.of(line("a", 9), line("b", 10), line("c", 8)));
            table.setRowSelectionInterval(1, 1);
            table.getRowSorter()
                    .setSortKeys(
                            List.of(new RowSorter.SortKey(SubscriptionTableModel.DELIVERED, SortOrder.DESCENDING)));
            table.show(List.of(line("a", 19), line("b", 12), line("c", 30)));
            assertThat(table.selected()).extracting(one -> one.now().label()).containsExactly("b");
            table.show(List.of(line("new", 19), line("a", 19), line("b", 12)));
            assertThat(table.selected()).extracting(one -> one.now().label()).containsExactly("b");
        });
    }

    @Test
    void aNewStallLeavesTheSelectedOneSelected() throws Exception {
        Stall old = Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(1200));
        Stall fresh = Stacks.stall(Culprit.Kind.CONSOLE, "the console", Duration.ofMillis(300));
        EventQueue.invokeAndWait(() -> {
            StallTable table = new StallTable(new StallTableModel());
            table.show(List.of(old));
            assertThat(table.selected()).containsExactly(old);
            table.show(List.of(fresh, old));
            assertThat(table.selected()).containsExactly(old);
        });
    }

    @Test
    void theLineInTheStatusBarGrowsAndDoesNotShrinkWhileItSpeaks() throws Exception {
        AtomicLong received = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        EventQueue.invokeAndWait(() -> {
            HealthMeter meter = new HealthMeter(
                    List::of, () -> new ShownUpdates(received.get(), received.get()), () -> 0, nanos::get);
            HealthLine line = new HealthLine(meter, Command.of("a.b", "Show", "", "menu D", () -> {}));
            new JPanel().add(line);
            int[] widths = new int[5];
            long[] rates = {0, 1_240, 8, 104_200, 7};
            for (int i = 0; i < rates.length; i++) {
                received.addAndGet(rates[i]);
                line.refresh();
                nanos.addAndGet(1_000_000_000L);
                widths[i] = line.getPreferredSize().width;
            }
            assertThat(Arrays.stream(widths).boxed().toList()).isSorted();
            assertThat(widths[4]).isEqualTo(widths[3]).isGreaterThan(widths[1]);
        });
    }
}
