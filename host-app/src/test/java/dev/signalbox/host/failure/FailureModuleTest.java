package dev.signalbox.host.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class FailureModuleTest {

    @Test
    void bindsEverythingExplicitlyAndOnce() {
        Injector injector = Guice.createInjector(new FailureModule(), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                binder().disableCircularProxies();
                bind(EventBus.class).to(HostBus.class);
                bind(HostBus.class)
                        .toInstance(new MailboxEventBus(
                                new Subscriber(
                                        "the console", Runnable::run, getClass().getClassLoader(), true),
                                () -> 1000));
                bind(Settings.class).toInstance(new GivenSettings());
                bind(InstantSource.class).toInstance(InstantSource.system());
            }
        });
        assertThat(injector.getInstance(FailureActions.class)).isSameAs(injector.getInstance(FailureActions.class));
        assertThat(injector.getInstance(ProblemActions.class)).isSameAs(injector.getInstance(ProblemActions.class));
    }
}
