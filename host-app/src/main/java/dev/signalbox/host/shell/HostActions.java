package dev.signalbox.host.shell;

import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.ui.Actions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The console's named actions, each given by the part that does it. EDT. */
public final class HostActions implements Actions {
    private final Map<String, Consumer<List<WorkEvent>>> actions = new TreeMap<>();

    /** Makes an empty set of actions. */
    @Inject
    public HostActions() {}

    /**
     * Adds an action.
     *
     * @param id its id
     * @param deed what it does, on the EDT
     */
    public void add(String id, Consumer<List<WorkEvent>> deed) {
        actions.put(id, deed);
    }

    @Override
    public void invoke(String actionId, List<? extends WorkEvent> about) {
        Consumer<List<WorkEvent>> deed = actions.get(actionId);
        if (deed == null) {
            throw new IllegalArgumentException("there is no action " + actionId + "; there are " + actions.keySet());
        }
        deed.accept(List.copyOf(about));
    }
}
