package dev.signalbox.host.app;

import dev.signalbox.api.Problem;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.plugin.PluginFinder;
import dev.signalbox.host.settings.SettingsCatalog;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsReading;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every way of running begins with: the plug-ins there are, and so the settings there are.
 *
 * @param found the plug-ins, and what was refused
 * @param catalog every setting of the console and of the plug-ins
 */
record StartUp(PluginFinder.Result found, SettingsCatalog catalog) {
    private static final Texts TEXTS = Texts.of(StartUp.class);

    static StartUp in(Path pluginDirectory) {
        PluginFinder.Result found = PluginFinder.find(pluginDirectory);
        SettingsCatalog catalog = SettingsCatalog.ofHost();
        for (FoundPlugin plugin : found.plugins()) {
            catalog = catalog.with(plugin.id(), plugin.settings());
        }
        return new StartUp(found, catalog);
    }

    SettingsReading read(Map<String, String> flags, Map<String, String> environment, SettingsFiles files) {
        return SettingsReading.read(catalog, flags, environment, files);
    }

    SettingsStore store(SettingsReading reading, SettingsFiles files) {
        return new SettingsStore(catalog, reading, files);
    }

    List<FoundPlugin> plugins() {
        return found.plugins();
    }

    /** What the operator should know of the start though it goes on. */
    List<Problem> notices(SettingsReading reading) {
        List<Problem> notices = new ArrayList<>();
        found.refusals()
                .forEach(refusal -> notices.add(new Problem(
                        "console", TEXTS.get("doing.find"), refusal, TEXTS.get("doing.find.next"), Instant.now())));
        if (!reading.strangers().isEmpty()) {
            notices.add(new Problem(
                    "console",
                    TEXTS.get("doing.read"),
                    TEXTS.get("strangers", String.join(", ", reading.strangers())),
                    TEXTS.get("strangers.next"),
                    Instant.now()));
        }
        return notices;
    }
}
