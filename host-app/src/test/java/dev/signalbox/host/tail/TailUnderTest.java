package dev.signalbox.host.tail;

import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.Settings;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsCatalog;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsReading;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.source.ClockTimers;
import dev.signalbox.host.source.Sources;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A tail on the real bus and the real supervision, with sources that the test makes. */
final class TailUnderTest implements AutoCloseable {
    private static final ClassLoader LOADER = TailUnderTest.class.getClassLoader();

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ClockTimers timers = new ClockTimers();
    private final Tail tail;
    final MailboxEventBus bus;
    final Sources sources;
    final List<String> said = new CopyOnWriteArrayList<>();
    private CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** One session of a source. */
    interface Run {
        SessionEnd run(UpdateSink sink) throws Exception;
    }

    TailUnderTest(TailOptions options, OutputStream out) {
        Settings settings = settings();
        bus = MailboxEventBus.withoutWindow(
                new Subscriber("the console", background, LOADER, true), () -> settings.get(HostSettings.ROWS_MOST));
        sources = new Sources(bus, timers, settings);
        tail = new Tail(bus, sources, options, out, said::add);
        tail.listen();
    }

    TailUnderTest source(String plugin, String id, Run run) {
        sources.add(
                plugin,
                new UpdateSource() {
                    @Override
                    public String id() {
                        return id;
                    }

                    @Override
                    public SessionEnd run(UpdateSink sink) throws Exception {
                        return run.run(sink);
                    }
                },
                LOADER);
        return this;
    }

    TailUnderTest follow() {
        return follow(false);
    }

    /** Follows on a thread of its own. */
    TailUnderTest follow(boolean pluginsFailed) {
        exitCode = CompletableFuture.supplyAsync(() -> {
            try {
                return tail.follow(pluginsFailed);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        return this;
    }

    boolean over() {
        return exitCode.isDone();
    }

    int exitCode() throws Exception {
        return exitCode.get(20, TimeUnit.SECONDS);
    }

    void end() throws InterruptedException {
        tail.end(ExitCode.AS_ASKED);
        tail.quieten();
    }

    @Override
    public void close() {
        try {
            end();
            sources.closeAll(Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        timers.close();
        background.shutdownNow();
    }

    private static Settings settings() {
        SettingsCatalog catalog = SettingsCatalog.ofHost();
        SettingsFiles files = SettingsFiles.of(Path.of("no-such-directory", "settings.properties"));
        SettingsReading reading = SettingsReading.read(catalog, Map.of(), Map.of(), files);
        return new SettingsStore(catalog, reading, files).of(HostSettings.PREFIX);
    }
}
