package dev.signalbox.host.failure;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainCellRenderer;
import dev.signalbox.host.ui.PlainTable;
import dev.signalbox.host.ui.Texts;
import java.awt.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.SwingConstants;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;

/** The failures as a table; the newest first unless the operator sorts otherwise. */
final class FailureTable extends PlainTable {
    private final FailureTableModel failures;
    private final TableColumn source;

    FailureTable(FailureTableModel failures, Times times) {
        super(failures);
        this.failures = failures;
        source = getColumnModel().getColumn(FailureTableModel.SOURCE);
        Named.as(this, "failure.table", Texts.of(FailureTable.class).get("window.list"));
        setAutoResizeMode(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        widths(104, 104, 104, 248, 96, 184, 56, 96);
        column(FailureTableModel.STATUS).setCellRenderer(new StatusRenderer());
        column(FailureTableModel.FIRST).setCellRenderer(new TimeRenderer(times::at));
        column(FailureTableModel.LAST).setCellRenderer(new TimeRenderer(times::atAndAgo));
        PlainCellRenderer number = new PlainCellRenderer();
        number.setHorizontalAlignment(SwingConstants.TRAILING);
        column(FailureTableModel.COUNT).setCellRenderer(number);
        sortNewestFirst();
        removeColumn(source);
    }

    private void sortNewestFirst() {
        TableRowSorter<FailureTableModel> sorter = new TableRowSorter<>(failures);
        for (int column = 0; column < failures.getColumnCount(); column++) {
            if (failures.getColumnClass(column) == String.class) {
                sorter.setComparator(column, Comparator.<String>naturalOrder());
            }
        }
        sorter.setSortsOnUpdates(true);
        sorter.setSortKeys(List.of(new RowSorter.SortKey(FailureTableModel.LAST, SortOrder.DESCENDING)));
        setRowSorter(sorter);
    }

    void showDensity(Density density) {
        setRowHeight(UIScale.scale(density.rowHeight()));
    }

    /** The source says nothing while there is only one. */
    void showSource(boolean shown) {
        boolean isShown = getColumnCount() == failures.getColumnCount();
        if (shown && !isShown) {
            addColumn(source);
        } else if (!shown && isShown) {
            removeColumn(source);
        }
    }

    /** Shows these instead; what is selected stays so, as far as it is still listed. */
    void showAll(List<Failure> listed) {
        keepingSelection(() -> failures.showAll(listed));
    }

    /** Takes a change; what is selected stays so, as far as it is still listed. */
    void take(FailuresChanged change) {
        keepingSelection(() -> failures.take(change));
    }

    private void keepingSelection(Runnable change) {
        List<Failure.Key> selected = selected().stream().map(Failure::key).toList();
        getSelectionModel().setValueIsAdjusting(true);
        change.run();
        mark(viewRows(selected));
        if (getSelectedRow() < 0 && getRowCount() > 0) {
            setRowSelectionInterval(0, 0);
        }
        getSelectionModel().setValueIsAdjusting(false);
    }

    List<Failure> selected() {
        return Arrays.stream(getSelectedRows())
                .mapToObj(row -> failures.at(convertRowIndexToModel(row)))
                .toList();
    }

    /** Every failure, as sorted now. */
    List<Failure> inOrder() {
        List<Failure> all = new ArrayList<>();
        for (int row = 0; row < getRowCount(); row++) {
            all.add(failures.at(convertRowIndexToModel(row)));
        }
        return all;
    }

    /** Selects those that are listed; when none is, the selection stays. */
    void select(Collection<Failure.Key> keys) {
        int[] rows = viewRows(keys);
        mark(rows);
        if (rows.length > 0) {
            scrollRectToVisible(getCellRect(rows[0], 0, true));
        }
    }

    private int[] viewRows(Collection<Failure.Key> keys) {
        return keys.stream()
                .mapToInt(failures::rowOf)
                .filter(row -> row >= 0)
                .map(this::convertRowIndexToView)
                .toArray();
    }

    private void mark(int[] rows) {
        if (rows.length > 0) {
            clearSelection();
            Arrays.stream(rows).forEach(row -> addRowSelectionInterval(row, row));
        }
    }

    private TableColumn column(int column) {
        return getColumnModel().getColumn(column);
    }

    private void widths(int... widths) {
        for (int i = 0; i < widths.length; i++) {
            getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(widths[i]));
        }
    }

    /** Icon and word: the colour never stands alone. */
    private final class StatusRenderer extends PlainCellRenderer {
        private final Icon failed = Icons.of("status-bad", 14);
        private final Icon recovered = Icons.of("status-good", 14);

        @Override
        public Component getTableCellRendererComponent(
                JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
            Failure failure = failures.at(table.convertRowIndexToModel(row));
            setIcon(failure.recovered() ? recovered : failed);
            return super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        }
    }
}
