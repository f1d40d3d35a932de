package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTableModelTest {
    private final OrderHistory history = new OrderHistory();
    private final HistoryTableModel model = new HistoryTableModel(
            Texts.of(OrderPanel.class),
            Orders.words(),
            new HistoryWords(Texts.of(OrderPanel.class), new LocalTimes(Orders.CLOCK, Locale.UK), Orders.CLOCK));
    private final StepTable table = new StepTable(model);

    @Test
    void theStepSelectedStaysSelectedWhileOthersComeInAboveIt() {
        steps(0, 5);
        assertThat(show()).isEqualTo(-1);
        table.setRowSelectionInterval(1, 1);
        assertThat(selected()).isEqualTo("step 3");
        steps(5, 8);

        assertThat(show()).isEqualTo(3);
        assertThat(selected()).isEqualTo("step 3");
    }

    @Test
    void theStepSelectedStaysSelectedWhileTheOldestGo() {
        history.bound(4, 1_000);
        steps(0, 4);
        show();
        table.setRowSelectionInterval(0, 0);
        steps(4, 6);
        show();
        assertThat(table.getRowCount()).isEqualTo(4);
        assertThat(selected()).isEqualTo("step 3");
        steps(6, 9);
        show();

        assertThat(table.getSelectedRow()).isEqualTo(-1);
    }

    @Test
    void aRepeatIsShownWithoutANewRow() {
        steps(0, 1);
        show();
        steps(0, 1);
        show();

        assertThat(table.getRowCount()).isEqualTo(1);
        assertThat(model.anyRepeats()).isTrue();
        assertThat(model.getValueAt(0, HistoryTableModel.REPEATS)).isEqualTo("once, last at 12:00:00");
    }

    @Test
    void theOldestStepIsTheFirstOnlyWhenNothingWasLetGoOf() {
        steps(0, 2);
        show();
        assertThat(model.getValueAt(1, HistoryTableModel.AFTER)).isEqualTo("first");
        history.bound(1, 1_000);
        show();

        assertThat(model.getValueAt(0, HistoryTableModel.AFTER)).isEqualTo("…");
    }

    private void steps(int from, int to) {
        history.take(IntStream.range(from, to)
                .mapToObj(n -> moving("A", "step " + n))
                .toList());
    }

    private int show() {
        return model.show(key("A"), history.copyOf(key("A")));
    }

    private String selected() {
        return model.getValueAt(table.getSelectedRow(), HistoryTableModel.MESSAGE);
    }

    @Test
    void anotherRowBeginsAnew() {
        steps(0, 3);
        show();
        table.setRowSelectionInterval(1, 1);
        history.take(List.of(moving("B", "other"), moving("B", "more")));

        assertThat(model.show(key("B"), history.copyOf(key("B")))).isEqualTo(-1);
        assertThat(table.getSelectedRow()).isEqualTo(-1);
    }
}
