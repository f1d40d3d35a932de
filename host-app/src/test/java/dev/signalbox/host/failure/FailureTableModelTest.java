package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.failing;
import static dev.signalbox.host.failure.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FailureTableModelTest {
    private final Failure a = Failure.of(failed("A", "no stock", 1));
    private final Failure b = Failure.of(failed("B", "no stock", 2));
    private final FailureTableModel model = new FailureTableModel(List.of(a));

    @Test
    void appendsNewFailuresAndReplacesKnownOnes() {
        model.take(failing(a.after(moving("A", 3)), b));
        assertThat(model.getRowCount()).isEqualTo(2);
        assertThat(model.getValueAt(0, FailureTableModel.STATUS)).isEqualTo("recovered");
        assertThat(model.getValueAt(0, FailureTableModel.MESSAGE)).isEqualTo("no stock");
        assertThat(model.rowOf(b.key())).isEqualTo(1);
    }

    @Test
    void findsTheRowsThatAreLeftAfterARemoval() {
        model.take(failing(b));
        model.take(new FailuresChanged(List.of(), List.of(a.key()), 0, 1, 0, List.of(), at(0)));
        assertThat(model.rowOf(a.key())).isEqualTo(-1);
        assertThat(model.at(model.rowOf(b.key()))).isEqualTo(b);
    }

    @Test
    void tellsManyChangesInOne() {
        Failure[] many = IntStream.range(0, 500)
                .mapToObj(i -> Failure.of(failed("ORD-" + i, "no stock", i)))
                .toArray(Failure[]::new);
        AtomicInteger told = new AtomicInteger();
        model.addTableModelListener(event -> told.incrementAndGet());
        model.take(failing(many));
        assertThat(told).hasValue(1);
        assertThat(model.getRowCount()).isEqualTo(501);
    }

    @Test
    void namesEveryColumn() {
        for (int column = 0; column < model.getColumnCount(); column++) {
            assertThat(model.getColumnName(column)).isNotBlank();
            assertThat(model.getValueAt(0, column)).isInstanceOf(model.getColumnClass(column));
        }
    }
}
