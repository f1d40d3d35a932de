package dev.signalbox.api;

/**
 * What the console offers a started plug-in. Every method may be called from any thread. Implemented by the console and
 * the test kit only.
 */
public interface PluginContext {

    /**
     * The id of the plug-in's {@link PluginDescriptor}.
     *
     * @return the id
     */
    String pluginId();

    /**
     * Adds a source or a panel to the console. Contributed during {@code start}, it goes live once {@code start} returns;
     * contributed later, at once. When the plug-in stops, its contributions are closed newest first.
     *
     * @param contribution an {@link UpdateSource} or a {@link dev.signalbox.api.ui.PanelContribution}
     * @return takes the contribution out of the console again; does not wait for its thread to end
     * @throws IllegalArgumentException if the kind is unknown to this console, or this plug-in has a live contribution
     *     with the same id
     * @throws IllegalStateException if the plug-in is stopped
     */
    Subscription contribute(Contribution contribution);

    /**
     * Ties a resource to the plug-in's life: it is closed after {@link ConsolePlugin#stop}, newest first.
     *
     * @param resource what to close
     * @param <R> its type
     * @return the resource
     */
    <R extends AutoCloseable> R own(R resource);

    /**
     * The console's event bus, seen by this plug-in: its batches come on the plug-in's thread or on the EDT, and its
     * subscriptions end with the plug-in.
     *
     * @return the bus
     */
    EventBus events();

    /**
     * The values of the settings the plug-in {@linkplain ConsolePlugin#settings() declared}.
     *
     * @return the settings
     */
    Settings settings();

    /**
     * A log of the plug-in's own, named after it.
     *
     * @return the log
     */
    System.Logger log();
}
