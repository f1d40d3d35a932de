package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.host.app.ConsoleUnderTest;
import dev.signalbox.host.order.HeldRows;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import org.jspecify.annotations.Nullable;

/** The console as an operator has it, with everything that listens to the bus. Fed as a source is: it waits when told to. */
final class SignalboxConsole implements Subject {
    /** Where the console keeps its files. */
    static final String HOME = "signalbox.bench.home";

    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final int BATCH = 1_000;

    private @Nullable ConsoleUnderTest console;
    private @Nullable JTable table;

    @Override
    public void open(List<OrderEvent> orders, Mode mode) throws InterruptedException, IOException {
        ConsoleUnderTest opened = ConsoleUnderTest.open(
                Path.of(System.getProperty(HOME)),
                "--console.failure-dialog=never",
                "--console.connect-at-start=false");
        console = opened;
        Frame frame = OnEdt.get(() -> Stream.of(Frame.getFrames())
                .filter(one -> "console".equals(one.getName()))
                .findFirst()
                .orElseThrow());
        OnEdt.run(() -> {
            frame.setBounds(0, 0, FRAME.width, FRAME.height);
            frame.validate();
        });
        JTable found = (JTable) named(frame, "orders.table").orElseThrow();
        table = found;
        for (int from = 0; from < orders.size(); from += BATCH) {
            take(orders.subList(from, Math.min(orders.size(), from + BATCH)));
        }
        quiesce();
        if (mode == Mode.SORTED_FILTERED) {
            JTextField search = (JTextField) named(frame, "orders.search").orElseThrow();
            OnEdt.run(() -> {
                found.getRowSorter()
                        .setSortKeys(List.of(ascending(found, Columns.MESSAGE), ascending(found, Columns.ORDER)));
                search.setText(Messages.SEARCHED);
            });
            quiesce();
        }
    }

    @Override
    public void take(List<OrderEvent> batch) throws InterruptedException {
        console().bus().publishWhenRoom(batch, () -> false);
    }

    @Override
    public void quiesce() throws InterruptedException {
        if (!console().bus().quiesce(LONGEST_REST)) {
            throw new IllegalStateException("The console did not become quiet within " + LONGEST_REST + ".");
        }
    }

    @Override
    public JTable table() {
        return shown(table);
    }

    @Override
    public Supplier<Instant> held(int order) {
        return HeldRows.made(table(), order);
    }

    private ConsoleUnderTest console() {
        return shown(console);
    }

    private static <T> T shown(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The console is not open yet.");
        }
        return part;
    }

    private static SortKey ascending(JTable table, String column) {
        return new SortKey(
                IntStream.range(0, table.getModel().getColumnCount())
                        .filter(i -> table.getModel().getColumnName(i).equals(column))
                        .findFirst()
                        .orElseThrow(),
                SortOrder.ASCENDING);
    }

    private static Optional<Component> named(Component within, String name) {
        if (name.equals(within.getName())) {
            return Optional.of(within);
        }
        return within instanceof Container container
                ? Stream.of(container.getComponents())
                        .flatMap(child -> named(child, name).stream())
                        .findFirst()
                : Optional.empty();
    }
}
