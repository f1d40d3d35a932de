package dev.signalbox.host.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.plugin.Plugins;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.source.ClockTimers;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.source.Timers;

/**
 * Wires what every host has, with a window or without: settings, plug-ins, sources and their time. The bus and the place of
 * contributions are left to the module of the whole. Names no class of AWT.
 */
final class CoreModule extends AbstractModule {
    private final SettingsStore store;

    CoreModule(SettingsStore store) {
        this.store = store;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(SettingsStore.class).toInstance(store);
        bind(Settings.class).toInstance(store.of(HostSettings.PREFIX));
        bind(EventBus.class).to(HostBus.class);
        bind(Timers.class).to(ClockTimers.class);
        bind(HostThread.class).in(Singleton.class);
        bind(Sources.class).in(Singleton.class);
        bind(Plugins.class).in(Singleton.class);
        bind(RunningHost.class).in(Singleton.class);
    }

    @Provides
    Subscriber console(HostThread thread) {
        return new Subscriber("the console", thread, CoreModule.class.getClassLoader(), true);
    }

    @Provides
    @Singleton
    ClockTimers timers() {
        return new ClockTimers();
    }
}
