package dev.signalbox.host.plugin;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import dev.signalbox.host.bus.Subscriber;
import java.util.concurrent.Executor;

/**
 * What the rest of the console needs to know of a plug-in that runs.
 *
 * @param id its id
 * @param name what the operator reads
 * @param loader its class loader
 * @param thread runs its code, one thing at a time
 * @param subscriber how the bus knows it
 * @param events the bus as it sees it
 * @param settings its settings
 */
public record StartedPlugin(
        String id,
        String name,
        ClassLoader loader,
        Executor thread,
        Subscriber subscriber,
        EventBus events,
        Settings settings) {}
