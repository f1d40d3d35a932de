package dev.signalbox.api.ui;

import dev.signalbox.api.WorkEvent;
import java.util.List;

/** The console's named actions. Used on the EDT. */
public interface Actions {

    /**
     * The console's own failure dialog: lists every failed order, and marks the given ones if it holds them.
     */
    String SHOW_ORDER_ERROR = "showOrderError";

    /**
     * Runs an action.
     *
     * @param actionId which action
     * @param about what it is about; may be empty
     * @throws IllegalArgumentException if there is no such action; the message names those there are
     */
    void invoke(String actionId, List<? extends WorkEvent> about);
}
