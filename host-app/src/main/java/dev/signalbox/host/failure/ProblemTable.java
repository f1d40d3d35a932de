package dev.signalbox.host.failure;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainCellRenderer;
import dev.signalbox.host.ui.PlainTable;
import dev.signalbox.host.ui.Texts;
import java.util.Arrays;
import java.util.List;
import javax.swing.SwingConstants;
import javax.swing.table.TableColumn;

/** The problems as a table. */
final class ProblemTable extends PlainTable {
    private final ProblemTableModel problems;

    ProblemTable(ProblemTableModel problems, Times times) {
        super(problems);
        this.problems = problems;
        Named.as(this, "problem.table", Texts.of(ProblemTable.class).get("problem.list"));
        column(ProblemTableModel.DOING, 240);
        column(ProblemTableModel.WHY, 336);
        column(ProblemTableModel.SOURCE, 112);
        PlainCellRenderer number = new PlainCellRenderer();
        number.setHorizontalAlignment(SwingConstants.TRAILING);
        column(ProblemTableModel.COUNT, 56).setCellRenderer(number);
        column(ProblemTableModel.LAST, 168).setCellRenderer(new TimeRenderer(times::atAndAgo));
    }

    void showDensity(Density density) {
        setRowHeight(UIScale.scale(density.rowHeight()));
    }

    void show(List<ProblemGroup> groups) {
        List<ProblemGroup.Key> selected =
                selected().stream().map(ProblemGroup::key).toList();
        problems.show(groups);
        for (ProblemGroup.Key key : selected) {
            int row = problems.rowOf(key);
            if (row >= 0) {
                addRowSelectionInterval(row, row);
            }
        }
        if (getSelectedRow() < 0 && getRowCount() > 0) {
            setRowSelectionInterval(0, 0);
        }
    }

    List<ProblemGroup> selected() {
        return Arrays.stream(getSelectedRows()).mapToObj(problems::at).toList();
    }

    private TableColumn column(int column, int width) {
        TableColumn made = getColumnModel().getColumn(column);
        made.setPreferredWidth(UIScale.scale(width));
        return made;
    }
}
