package dev.signalbox.host.plugin;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Settings;
import java.util.concurrent.Executor;

/**
 * What the rest of the console needs to know of a plug-in that runs.
 *
 * @param id its id
 * @param name what the operator reads
 * @param loader its class loader
 * @param thread runs its code, one thing at a time
 * @param events the bus as it sees it
 * @param settings its settings
 */
public record StartedPlugin(
        String id, String name, ClassLoader loader, Executor thread, EventBus events, Settings settings) {}
