package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the selection on its rows while their places change, with anchor and lead, from where the keyboard goes on. A
 * selected row that a filter hides is selected again when it comes back, unless the operator has chosen others meanwhile.
 */
final class RowSelection {
    private final JTable table;
    private final ShownRows shown;
    private List<OrderRow> hidden = List.of();
    private boolean following;

    // As it was before the rows moved.
    private final List<OrderRow> selected = new ArrayList<>();
    private int[] places = {};
    private @Nullable OrderRow anchor;
    private @Nullable OrderRow lead;

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

    /** Remembers which rows are selected. Must come before rows move. */
    void note() {
        ListSelectionModel model = table.getSelectionModel();
        anchor = rowAt(model.getAnchorSelectionIndex());
        lead = rowAt(model.getLeadSelectionIndex());
        selected.clear();
        int end = Math.min(model.getMaxSelectionIndex(), shown.size() - 1);
        int first = Math.max(0, model.getMinSelectionIndex());
        if (places.length < end - first + 1) {
            places = new int[end - first + 1];
        }
        for (int i = first; i <= end; i++) {
            if (model.isSelectedIndex(i)) {
                places[selected.size()] = i;
                selected.add(shown.row(i));
            }
        }
    }

    /** Goes to where the rows stand now. */
    void follow() {
        ListSelectionModel model = table.getSelectionModel();
        int anchorNow = placeNow(anchor, model.getAnchorSelectionIndex());
        int leadNow = placeNow(lead, model.getLeadSelectionIndex());
        following = true;
        model.setValueIsAdjusting(true);
        try {
            if (!hidden.isEmpty() || !stays()) {
                select(model);
            }
            if (anchorNow != model.getAnchorSelectionIndex()) {
                model.setAnchorSelectionIndex(anchorNow);
            }
            if (model instanceof DefaultListSelectionModel movable && leadNow != model.getLeadSelectionIndex()) {
                movable.moveLeadSelectionIndex(leadNow);
            }
        } finally {
            model.setValueIsAdjusting(false);
            following = false;
            selected.clear();
        }
    }

    private boolean stays() {
        for (int i = 0; i < selected.size(); i++) {
            if (shown.place(selected.get(i)) != places[i]) {
                return false;
            }
        }
        return true;
    }

    private void select(ListSelectionModel model) {
        selected.addAll(hidden);
        hidden = selected.stream()
                .filter(row -> !row.isGone() && shown.place(row) < 0)
                .toList();
        int[] now = selected.stream()
                .mapToInt(shown::place)
                .filter(place -> place >= 0)
                .toArray();
        Arrays.sort(now);
        model.clearSelection();
        for (int first = 0; first < now.length; ) {
            int last = first;
            while (last + 1 < now.length && now[last + 1] == now[last] + 1) {
                last++;
            }
            model.addSelectionInterval(now[first], now[last]);
            first = last + 1;
        }
    }

    private @Nullable OrderRow rowAt(int place) {
        return place < 0 || place >= shown.size() ? null : shown.row(place);
    }

    /** Where a row went; where it is gone, the row that took its place is the next best. */
    private int placeNow(@Nullable OrderRow row, int placeBefore) {
        if (row == null) {
            return -1;
        }
        int place = shown.place(row);
        return place >= 0 ? place : Math.min(placeBefore, shown.size() - 1);
    }
}
