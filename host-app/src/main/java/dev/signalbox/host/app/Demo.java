package dev.signalbox.host.app;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Settings;
import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.shell.DemoControl;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The embedded demo: a real server on the loopback, and the stream's settings turned to it for as long as it runs. The
 * operator's own settings, a token above all, are hidden from it meanwhile. EDT.
 */
final class Demo implements DemoControl, AutoCloseable {
    private static final Texts TEXTS = Texts.of(Demo.class);

    private final SettingsStore store;
    private final Settings settings;
    private final Sources sources;
    private final EventBus bus;

    private DemoKind kind = DemoKind.STORY;
    private @Nullable DemoStream server;

    @Inject
    Demo(SettingsStore store, Settings settings, Sources sources, EventBus bus) {
        this.store = store;
        this.settings = settings;
        this.sources = sources;
        this.bus = bus;
    }

    void start(DemoKind story) {
        kind = story;
        replay();
    }

    @Override
    public void replay() {
        DemoStream running = server;
        if (running == null) {
            begin();
        } else {
            sources.controls().stream()
                    .filter(control -> control.source().startsWith(DemoStream.PLUGIN + "/"))
                    .forEach(control -> {
                        control.close();
                        running.restart();
                        control.connect();
                    });
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            store.removeOverlay(DemoStream.PLUGIN);
            close();
        }
    }

    @Override
    public boolean running() {
        return server != null;
    }

    /** Ends the server without turning the settings back, for the end of the console. */
    @Override
    public void close() {
        DemoStream running = server;
        server = null;
        if (running != null) {
            // Waits for its connections to end, which is nothing for the EDT.
            Thread closer = new Thread(running::close, "demo-close");
            closer.setDaemon(true);
            closer.start();
        }
    }

    private void begin() {
        if (!store.catalog().knowsPrefix(DemoStream.PLUGIN)) {
            tell(TEXTS.get("no.stream.plugin"), TEXTS.get("no.stream.plugin.next"));
            return;
        }
        try {
            DemoStream made = DemoStream.start(kind, settings.get(HostSettings.DEMO_SPEED));
            server = made;
            store.overlay(DemoStream.PLUGIN, made.settings());
        } catch (IOException failure) {
            tell(String.valueOf(failure.getMessage()), TEXTS.get("demo.next"));
        }
    }

    private void tell(String cause, String nextStep) {
        bus.publish(List.of(new Problem("console", TEXTS.get("doing.demo"), cause, nextStep, Instant.now())));
    }
}
