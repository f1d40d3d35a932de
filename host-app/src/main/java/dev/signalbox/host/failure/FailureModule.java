package dev.signalbox.host.failure;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.HostBus;
import java.time.InstantSource;

/** Wires this package. Needs the bus, the console's own Settings and an InstantSource from elsewhere. */
public final class FailureModule extends AbstractModule {

    /** Makes the module. */
    public FailureModule() {}

    @Override
    protected void configure() {
        bind(FailureActions.class).in(Singleton.class);
        bind(ProblemActions.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    FailureLog failureLog(HostBus bus, Settings settings, InstantSource clock) {
        return new FailureLog(bus.labelled("failures"), settings, clock);
    }

    @Provides
    @Singleton
    FailureList failureList(HostBus bus, FailureLog log) {
        return new FailureList(bus.labelled("failure list"), log);
    }

    @Provides
    @Singleton
    FailureExport failureExport(HostBus bus, InstantSource clock) {
        return new FailureExport(bus.labelled("export of failures"), clock);
    }

    @Provides
    @Singleton
    ProblemLog problemLog(HostBus bus, Settings settings) {
        return new ProblemLog(bus.labelled("problems"), settings);
    }
}
