package dev.signalbox.host.app;

import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsReading;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.source.Sources;
import java.nio.file.Path;
import java.util.Map;

/**
 * The host without a window in this JVM: the real wiring, plug-ins from a directory, settings as flags would give them. It
 * goes on until it is closed, whatever becomes of its sources.
 */
public final class HeadlessUnderTest implements AutoCloseable {
    private final RunningHost host;

    private HeadlessUnderTest(RunningHost host) {
        this.host = host;
    }

    /**
     * Wires a host and starts its plug-ins; their sources are not connected yet.
     *
     * @param plugins the plug-in directory
     * @param settings texts by full key, such as {@code sse.url}
     * @return the open host; {@code sources().begin()} connects all of its sources
     */
    public static HeadlessUnderTest open(Path plugins, Map<String, String> settings) throws InterruptedException {
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        StartUp start = StartUp.in(plugins);
        SettingsFiles files = SettingsFiles.of(plugins.resolve("no-settings.properties"));
        SettingsReading reading = start.read(settings, Map.of(), files);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        SettingsStore store = start.store(reading, files);
        RunningHost host = RunningHost.withoutWindow(store);
        if (!host.open(start.plugins(), start.notices(reading))) {
            host.close();
            throw new IllegalStateException("a plug-in did not start; the log says why");
        }
        return new HeadlessUnderTest(host);
    }

    public HostBus bus() {
        return host.bus();
    }

    public Sources sources() {
        return host.sources();
    }

    /** Ends sources, plug-ins and threads, in this order; bounded. */
    @Override
    public void close() {
        host.close();
    }
}
