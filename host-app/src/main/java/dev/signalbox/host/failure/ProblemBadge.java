package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Command;

/** Says in the status bar how many problems are listed, and opens their window. */
final class ProblemBadge extends Badge {
    private final ProblemLog log;

    ProblemBadge(ProblemLog log, Command show) {
        super("problem.badge", show);
        this.log = log;
        log.onChange(this::update);
        update();
    }

    private void update() {
        show(log.size() > 0 ? "problems" : "status-quiet", ProblemWords.count(log.size()), log.size() == 0);
    }
}
