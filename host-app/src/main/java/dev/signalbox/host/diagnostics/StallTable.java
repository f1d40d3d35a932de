package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.util.Arrays;
import java.util.List;

/** The stalls as a table. */
final class StallTable extends ListTable {
    private final transient StallTableModel stalls;

    StallTable(StallTableModel stalls) {
        super(stalls, "diagnostics.stalls", Texts.of(StallTable.class).get("stalls"));
        this.stalls = stalls;
        words(StallTableModel.WHEN, 164);
        number(StallTableModel.HELD, 64, Object::toString);
        words(StallTableModel.WHO, 148);
    }

    void show(List<Stall> newestFirst) {
        if (newestFirst.equals(stalls.rows())) {
            return;
        }
        List<Stall> selected = selected();
        stalls.show(newestFirst);
        for (Stall stall : selected) {
            int row = newestFirst.indexOf(stall);
            if (row >= 0) {
                addRowSelectionInterval(row, row);
            }
        }
        if (getSelectedRow() < 0 && getRowCount() > 0) {
            setRowSelectionInterval(0, 0);
        }
    }

    List<Stall> selected() {
        return Arrays.stream(getSelectedRows())
                .mapToObj(row -> stalls.rows().get(row))
                .toList();
    }
}
