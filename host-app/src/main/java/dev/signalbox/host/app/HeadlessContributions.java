package dev.signalbox.host.app;

import dev.signalbox.api.Contribution;
import dev.signalbox.api.StreamSetup;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.ui.PanelContribution;
import dev.signalbox.host.plugin.Contributions;
import dev.signalbox.host.plugin.StartedPlugin;
import dev.signalbox.host.source.Sources;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes sources. What only a window could show is passed over: its plug-in runs here as well as there. */
final class HeadlessContributions implements Contributions {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessContributions.class);

    private final Sources sources;

    @Inject
    HeadlessContributions(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Subscription goLive(StartedPlugin plugin, Contribution contribution) {
        if (contribution instanceof UpdateSource source) {
            return sources.add(plugin.id(), source, plugin.loader());
        }
        if (contribution instanceof PanelContribution || contribution instanceof StreamSetup) {
            LOG.info("{} of the plug-in {} needs a window and is passed over", contribution.id(), plugin.id());
            return () -> {};
        }
        throw HostContributions.noUseFor(contribution);
    }
}
