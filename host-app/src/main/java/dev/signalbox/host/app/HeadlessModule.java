package dev.signalbox.host.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.plugin.Contributions;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;

/** Wires the host without a window. Loads no class of AWT. */
final class HeadlessModule extends AbstractModule {
    private final SettingsStore store;

    HeadlessModule(SettingsStore store) {
        this.store = store;
    }

    @Override
    protected void configure() {
        install(new CoreModule(store));
        bind(Contributions.class).to(HeadlessContributions.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    HostBus bus(Subscriber console, Settings settings) {
        return MailboxEventBus.withoutWindow(console, () -> settings.get(HostSettings.ROWS_MOST));
    }
}
