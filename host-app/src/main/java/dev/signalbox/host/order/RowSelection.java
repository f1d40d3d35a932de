package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/**
 * Keeps the selection on its rows while their places change, with anchor and lead, from where the keyboard goes on. A
 * selected row that a filter hides is selected again when it comes back, unless the operator has chosen others meanwhile.
 */
final class RowSelection {
    private final JTable table;
    private final ShownRows shown;
    private List<OrderRow> hidden = List.of();
    private boolean following;

    RowSelection(JTable table, ShownRows shown) {
        this.table = table;
        this.shown = shown;
    }

    /** The selection has changed; if the operator did it, nothing hidden is selected any more. */
    void changed() {
        if (!following) {
            hidden = List.of();
        }
    }

    /** Goes to where the rows stand now. */
    void follow() {
        ListSelectionModel model = table.getSelectionModel();
        int anchor = placeNow(model.getAnchorSelectionIndex());
        int lead = placeNow(model.getLeadSelectionIndex());
        following = true;
        model.setValueIsAdjusting(true);
        try {
            if (!hidden.isEmpty() || !model.isSelectionEmpty()) {
                select(model);
            }
            if (anchor != model.getAnchorSelectionIndex()) {
                model.setAnchorSelectionIndex(anchor);
            }
            if (model instanceof DefaultListSelectionModel movable && lead != model.getLeadSelectionIndex()) {
                movable.moveLeadSelectionIndex(lead);
            }
        } finally {
            model.setValueIsAdjusting(false);
            following = false;
        }
    }

    private void select(ListSelectionModel model) {
        List<OrderRow> selected = new ArrayList<>(hidden);
        boolean stays = hidden.isEmpty();
        int end = Math.min(model.getMaxSelectionIndex(), shown.sizeBefore() - 1);
        for (int i = Math.max(0, model.getMinSelectionIndex()); i <= end; i++) {
            if (model.isSelectedIndex(i)) {
                OrderRow row = shown.rowBefore(i);
                selected.add(row);
                stays &= shown.place(row) == i;
            }
        }
        if (stays) {
            return;
        }
        hidden = selected.stream()
                .filter(row -> !row.isGone() && shown.place(row) < 0)
                .toList();
        int[] places = selected.stream()
                .mapToInt(shown::place)
                .filter(place -> place >= 0)
                .toArray();
        Arrays.sort(places);
        model.clearSelection();
        for (int first = 0; first < places.length; ) {
            int last = first;
            while (last + 1 < places.length && places[last + 1] == places[last] + 1) {
                last++;
            }
            model.addSelectionInterval(places[first], places[last]);
            first = last + 1;
        }
    }

    /** Where a row went; where it is gone, the row that took its place is the next best. */
    private int placeNow(int placeBefore) {
        if (placeBefore < 0 || placeBefore >= shown.sizeBefore()) {
            return -1;
        }
        int place = shown.place(shown.rowBefore(placeBefore));
        return place >= 0 ? place : Math.min(placeBefore, shown.size() - 1);
    }
}
