package dev.signalbox.sse;

import dev.signalbox.api.Contribution;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.Settings;
import dev.signalbox.api.StreamSetup;
import dev.signalbox.api.Subscription;
import java.util.ArrayList;
import java.util.List;

/** Takes what a plug-in contributes and owns; does not run it. */
final class FakePluginContext implements PluginContext {
    private final TextSettings settings;
    private final List<AutoCloseable> owned = new ArrayList<>();
    final List<Contribution> live = new ArrayList<>();
    final List<StreamSetup> setups = new ArrayList<>();

    FakePluginContext(TextSettings settings) {
        this.settings = settings;
    }

    void closeOwned() throws Exception {
        for (AutoCloseable resource : owned) {
            resource.close();
        }
    }

    @Override
    public String pluginId() {
        return "sse";
    }

    @Override
    public Subscription contribute(Contribution contribution) {
        if (contribution instanceof StreamSetup setup) {
            setups.add(setup);
            return () -> setups.remove(setup);
        }
        if (live.stream().anyMatch(other -> other.id().equals(contribution.id()))) {
            throw new IllegalArgumentException("there is one already");
        }
        live.add(contribution);
        return () -> live.remove(contribution);
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        owned.add(resource);
        return resource;
    }

    @Override
    public EventBus events() {
        throw new UnsupportedOperationException("this plug-in does not listen");
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public System.Logger log() {
        return System.getLogger("sse");
    }
}
