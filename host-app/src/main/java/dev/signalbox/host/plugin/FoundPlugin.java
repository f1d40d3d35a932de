package dev.signalbox.host.plugin;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.Setting;
import java.util.List;

/**
 * A plug-in that was found and passed the checks; not started yet.
 *
 * @param id its id
 * @param name what the operator reads
 * @param version its version
 * @param plugin its entry
 * @param loader its class loader
 * @param settings what it declared
 */
public record FoundPlugin(
        String id, String name, String version, ConsolePlugin plugin, ClassLoader loader, List<Setting<?>> settings) {}
