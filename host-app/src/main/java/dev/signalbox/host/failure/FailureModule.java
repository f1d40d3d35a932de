package dev.signalbox.host.failure;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Wires this package. Needs an EventBus, the console's own Settings and an InstantSource from elsewhere. */
public final class FailureModule extends AbstractModule {

    /** Makes the module. */
    public FailureModule() {}

    @Override
    protected void configure() {
        bind(FailureLog.class).in(Singleton.class);
        bind(FailureList.class).in(Singleton.class);
        bind(FailureExport.class).in(Singleton.class);
        bind(FailureActions.class).in(Singleton.class);
        bind(ProblemLog.class).in(Singleton.class);
        bind(ProblemActions.class).in(Singleton.class);
    }
}
