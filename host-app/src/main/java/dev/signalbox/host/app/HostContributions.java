package dev.signalbox.host.app;

import dev.signalbox.api.Contribution;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.StreamSetup;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.ui.PanelContribution;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.plugin.Contributions;
import dev.signalbox.host.plugin.StartedPlugin;
import dev.signalbox.host.shell.Panels;
import dev.signalbox.host.shell.StreamSetups;
import dev.signalbox.host.source.Sources;
import jakarta.inject.Inject;

/** Gives each kind of contribution to the part of the console that lives on it. */
final class HostContributions implements Contributions {
    private final HostBus bus;
    private final Sources sources;
    private final Panels panels;
    private final StreamSetups setups;

    @Inject
    HostContributions(HostBus bus, Sources sources, Panels panels, StreamSetups setups) {
        this.bus = bus;
        this.sources = sources;
        this.panels = panels;
        this.setups = setups;
    }

    @Override
    public Subscription goLive(StartedPlugin plugin, Contribution contribution) {
        if (contribution instanceof UpdateSource source) {
            return sources.add(plugin.id(), source, plugin.loader());
        }
        if (contribution instanceof PanelContribution panel) {
            EventBus events = bus.labelled(panel.title()).viewFor(plugin.subscriber());
            return panels.add(plugin.id(), panel, events, plugin.settings(), plugin.loader());
        }
        if (contribution instanceof StreamSetup setup) {
            return setups.add(plugin.id(), setup, plugin.loader());
        }
        throw noUseFor(contribution);
    }

    static IllegalArgumentException noUseFor(Contribution contribution) {
        return new IllegalArgumentException(
                "this console has no use for a " + contribution.getClass().getSimpleName()
                        + "; it takes an UpdateSource, a PanelContribution or a StreamSetup");
    }
}
