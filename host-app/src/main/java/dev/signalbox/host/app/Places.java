package dev.signalbox.host.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the console keeps and finds things, by the custom of each system.
 *
 * @param settings the settings file
 * @param window what is remembered of the window
 * @param logs the directory of the logs
 * @param plugins where plug-ins are
 */
record Places(Path settings, Path window, Path logs, Path plugins) {

    static Places of(Map<String, String> environment, Path home, String system, Path installed) {
        String os = system.toLowerCase(Locale.ROOT);
        Path config;
        Path state;
        if (os.contains("win")) {
            config = directory(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"))
                    .resolve("Signalbox");
            state = directory(
                            environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("Signalbox");
        } else if (os.contains("mac")) {
            config = home.resolve("Library").resolve("Application Support").resolve("Signalbox");
            state = config;
        } else {
            config = directory(environment, "XDG_CONFIG_HOME", home.resolve(".config"))
                    .resolve("signalbox");
            state = directory(
                            environment,
                            "XDG_STATE_HOME",
                            home.resolve(".local").resolve("state"))
                    .resolve("signalbox");
        }
        return new Places(
                config.resolve("settings.properties"),
                state.resolve("window.properties"),
                state.resolve("logs"),
                installed.resolve("plugins"));
    }

    Places withPlugins(Path directory) {
        return new Places(settings, window, logs, directory);
    }

    /** The XDG rules: a relative path counts as not set. */
    private static Path directory(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
