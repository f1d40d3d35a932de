package dev.signalbox.host.order;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import java.util.List;

/** Copies the history of the order the details show, or the steps chosen there; refuses where they show none. EDT. */
final class HistoryCopies {
    private final Texts texts;
    private final HistoryWords words;
    private final OrderDetails details;
    private final RowsLeaving leaving;

    HistoryCopies(Texts texts, HistoryWords words, OrderDetails details, RowsLeaving leaving) {
        this.texts = texts;
        this.words = words;
        this.details = details;
        this.leaving = leaving;
    }

    void history() {
        RowHistory history = details.timeline().history();
        copy(history.newestFirst(), history.letGo());
    }

    /** The steps chosen in the timeline, or all of them. */
    void chosenSteps() {
        List<RowChange> chosen = details.timeline().chosen();
        RowHistory history = details.timeline().history();
        boolean all = chosen.size() == history.newestFirst().size();
        copy(chosen, all ? history.letGo() : 0);
    }

    void historyAsJson() {
        RowHistory history = details.timeline().history();
        details.key()
                .ifPresentOrElse(
                        key -> leaving.copy(
                                CopiedHistory.json(key, history),
                                said(history.newestFirst().size())),
                        Command::refuse);
    }

    private void copy(List<RowChange> steps, long older) {
        details.key()
                .ifPresentOrElse(
                        key -> leaving.copy(CopiedHistory.text(key, steps, older, words), said(steps.size())),
                        Command::refuse);
    }

    private String said(int steps) {
        return texts.get("copy.history", steps);
    }
}
