package dev.signalbox.host.bench.road;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JTable;
import javax.swing.table.TableModel;

/** The table of orders as the window shows it. Belongs to the EDT. */
final class ShownOrders {
    private static final String NAME = "orders.table";

    private final JTable table;

    private ShownOrders(JTable table) {
        this.table = table;
    }

    static ShownOrders find() {
        return Stream.of(Window.getWindows())
                .flatMap(window -> table(window).stream())
                .findFirst()
                .map(ShownOrders::new)
                .orElseThrow(() -> new IllegalStateException("The console shows no component " + NAME + "."));
    }

    JTable table() {
        return table;
    }

    /** How many rows pass the filter, that is all. */
    int rows() {
        return table.getRowCount();
    }

    /** The cells of each row, by the id in its first one. */
    Map<String, List<String>> cells() {
        TableModel model = table.getModel();
        Map<String, List<String>> cells = new HashMap<>();
        for (int row = 0; row < model.getRowCount(); row++) {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < model.getColumnCount(); column++) {
                texts.add(text(row, column));
            }
            cells.put(texts.get(0), texts);
        }
        return cells;
    }

    /** The column that has the stamps. */
    int stampColumn() {
        for (int column = 0; column < table.getModel().getColumnCount(); column++) {
            if (Stamp.isIn(text(0, column))) {
                return column;
            }
        }
        throw new IllegalStateException("No column shows the message that the server sends.");
    }

    String text(int modelRow, int column) {
        return String.valueOf(table.getModel().getValueAt(modelRow, column));
    }

    private static Optional<JTable> table(Component component) {
        if (component instanceof JTable table && NAME.equals(component.getName())) {
            return Optional.of(table);
        }
        return component instanceof Container container
                ? Stream.of(container.getComponents())
                        .flatMap(child -> table(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
