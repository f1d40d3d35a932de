package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Command;

/** Says in the status bar how many orders stand failed, and reopens their window. */
final class FailureBadge extends Badge {
    private final FailureList list;

    FailureBadge(FailureList list, Command show) {
        super("failure.badge", show);
        this.list = list;
        list.onChange(change -> update());
        update();
    }

    private void update() {
        String icon = list.open() > 0 ? "failures" : list.recovered() > 0 ? "status-good" : "status-quiet";
        show(icon, FailureWords.counts(list.open(), list.recovered()), list.isEmpty());
    }
}
