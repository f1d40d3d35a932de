package dev.signalbox.host.order;

import javax.swing.event.TableModelEvent;

/** The steps of a timeline. Those selected stay selected, and no others with them, while new ones come in above. */
final class StepTable extends CalmTable {

    StepTable(HistoryTableModel model) {
        super(model, HistoryTableModel.MESSAGE);
    }

    /** Swing selects rows that come in before a selected one as well. */
    @Override
    public void tableChanged(TableModelEvent event) {
        boolean inserted = event != null && event.getType() == TableModelEvent.INSERT;
        if (!inserted) {
            super.tableChanged(event);
            return;
        }
        getSelectionModel().setValueIsAdjusting(true);
        super.tableChanged(event);
        removeRowSelectionInterval(event.getFirstRow(), event.getLastRow());
        getSelectionModel().setValueIsAdjusting(false);
    }
}
