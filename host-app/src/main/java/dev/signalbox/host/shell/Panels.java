package dev.signalbox.host.shell;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.ui.PanelContribution;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The panels contributed by plug-ins. Any thread. */
public final class Panels {
    private final EventBus bus;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * Makes an empty set.
     *
     * @param bus carries the news of a change
     */
    @Inject
    public Panels(EventBus bus) {
        this.bus = bus;
    }

    /**
     * One panel and what its context is made of.
     *
     * @param owner the plug-in's id
     * @param panel the contribution
     * @param events the bus as its plug-in sees it
     * @param settings its plug-in's settings
     * @param loader its plug-in's class loader
     */
    record Entry(String owner, PanelContribution panel, EventBus events, Settings settings, ClassLoader loader) {}

    /**
     * Adds a panel.
     *
     * @param owner the plug-in's id
     * @param panel the contribution
     * @param events the bus as its plug-in sees it
     * @param settings its plug-in's settings
     * @param loader its plug-in's class loader
     * @return takes it out again
     */
    public Subscription add(
            String owner, PanelContribution panel, EventBus events, Settings settings, ClassLoader loader) {
        Entry entry = new Entry(owner, panel, events, settings, loader);
        entries.add(entry);
        tell();
        return () -> {
            if (entries.remove(entry)) {
                tell();
            }
        };
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    private void tell() {
        bus.publish(List.of(new PanelsChanged(Instant.now())));
    }
}
