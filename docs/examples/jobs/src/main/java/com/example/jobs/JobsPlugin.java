package com.example.jobs;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows jobs that another program writes down in a file, one line for each step. */
@PluginDescriptor(id = "jobs", name = "Jobs", version = "1.0.0", api = "1.0")
public final class JobsPlugin implements ConsolePlugin {
    static final Setting<Optional<Path>> FILE = Setting.optional("file", "File of jobs", Path::of);
    static final Setting<Set<String>> WATCH = Setting.texts("watch", "Jobs to watch", Set.of());

    private Subscription source = () -> {};

    @Override
    public List<Setting<?>> settings() {
        return List.of(FILE, WATCH);
    }

    @Override
    public void start(PluginContext context) {
        context.contribute(new JobsPanel());
        context.settings().onChange(FILE, file -> follow(context));
        context.settings().onChange(WATCH, jobs -> follow(context));
        follow(context);
    }

    /** A change of a setting replaces the source; the console takes the old one's rows away. */
    private synchronized void follow(PluginContext context) {
        source.close();
        Set<String> jobs = context.settings().get(WATCH);
        source = context.settings()
                .get(FILE)
                .map(file -> context.contribute(new JobsSource(file, jobs)))
                .orElse(() -> {});
    }
}
