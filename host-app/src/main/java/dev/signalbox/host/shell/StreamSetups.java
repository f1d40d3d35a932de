package dev.signalbox.host.shell;

import dev.signalbox.api.Setting;
import dev.signalbox.api.StreamSetup;
import dev.signalbox.api.Subscription;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The kinds of streams the operator can connect to. Any thread. */
public final class StreamSetups {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Makes an empty set. */
    @Inject
    public StreamSetups() {}

    /**
     * One kind of stream.
     *
     * @param pluginId whose it is
     * @param setup what to ask and how to try it
     * @param loader the context class loader for trying it
     */
    record Entry(String pluginId, StreamSetup setup, ClassLoader loader) {}

    /**
     * Adds a kind of stream.
     *
     * @param pluginId whose it is
     * @param setup what to ask and how to try it
     * @param loader the context class loader for trying it
     * @return takes it out again
     */
    public Subscription add(String pluginId, StreamSetup setup, ClassLoader loader) {
        Entry entry = new Entry(pluginId, setup, loader);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    Optional<Entry> first() {
        return entries.stream().findFirst();
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    boolean asks(String pluginId, Setting<?> setting) {
        return entries.stream()
                .anyMatch(entry -> entry.pluginId().equals(pluginId)
                        && entry.setup().asks().contains(setting));
    }
}
