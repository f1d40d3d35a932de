package dev.signalbox.host.diagnostics;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Wires this package. Needs the bus, the console's own Settings and an InstantSource from elsewhere. */
public final class DiagnosticsModule extends AbstractModule {

    /** Makes the module. */
    public DiagnosticsModule() {}

    @Override
    protected void configure() {
        bind(Stalls.class).in(Singleton.class);
        bind(Watchdog.class).in(Singleton.class);
        bind(Diagnostics.class).in(Singleton.class);
    }
}
