package dev.signalbox.host.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.connection.ConnectionCommands;
import dev.signalbox.host.connection.ConnectionIndicator;
import dev.signalbox.host.diagnostics.DiagnosticsModule;
import dev.signalbox.host.failure.FailureModule;
import dev.signalbox.host.order.OrderHistory;
import dev.signalbox.host.order.OrderPanel;
import dev.signalbox.host.plugin.Contributions;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.shell.DemoControl;
import dev.signalbox.host.shell.ShellModule;
import dev.signalbox.host.shell.WindowMemory;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;

/** Wires the console. No class of a plug-in is ever asked of this injector: that would pin its class loader for ever. */
final class HostModule extends AbstractModule {
    private final SettingsStore store;
    private final Places places;

    HostModule(SettingsStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    @Override
    protected void configure() {
        install(new CoreModule(store));
        bind(WindowMemory.class).toInstance(new WindowMemory(places.window()));
        bind(InstantSource.class).toInstance(Clock.system(ZoneId.systemDefault()));
        bind(Contributions.class).to(HostContributions.class).in(Singleton.class);
        bind(OrderHistory.class).in(Singleton.class);
        bind(OrderPanel.class).in(Singleton.class);
        bind(ConnectionIndicator.class).in(Singleton.class);
        bind(ConnectionCommands.class).in(Singleton.class);
        bind(Demo.class).in(Singleton.class);
        bind(DemoControl.class).to(Demo.class);
        bind(Console.class).in(Singleton.class);
        install(new DiagnosticsModule());
        install(new FailureModule());
        install(new ShellModule());
    }

    @Provides
    @Singleton
    HostBus bus(Subscriber console, Settings settings) {
        return new MailboxEventBus(console, () -> settings.get(HostSettings.ROWS_MOST));
    }
}
