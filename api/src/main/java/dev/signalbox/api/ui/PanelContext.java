package dev.signalbox.api.ui;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceControl;
import java.util.List;

/** What the console offers a panel. Used on the EDT. Implemented by the console and the test kit only. */
public interface PanelContext {

    /**
     * The event bus; subscriptions made here end with the panel.
     *
     * @return the bus
     */
    EventBus events();

    /**
     * The settings of the plug-in the panel belongs to.
     *
     * @return the settings
     */
    Settings settings();

    /**
     * The sources alive now.
     *
     * @return their controls, in the order they were contributed
     */
    List<SourceControl> sources();

    /**
     * The actions of the console.
     *
     * @return the actions
     */
    Actions actions();

    /**
     * Ties a resource to the panel's life: it is closed with the panel, newest first.
     *
     * @param resource what to close
     * @param <R> its type
     * @return the resource
     */
    <R extends AutoCloseable> R own(R resource);
}
