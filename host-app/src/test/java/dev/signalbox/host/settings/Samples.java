package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plug-in's settings of every interesting kind, and the short way to read them. */
final class Samples {
    static final Setting<String> URL = Setting.text("url", "Address", "nowhere");
    static final Setting<Duration> IDLE = Setting.duration("idle-timeout", "Idle", Duration.ofMinutes(1));
    static final Setting<Integer> ROWS = Setting.number("rows", "Rows", 5, 1, 10);
    static final Setting<Optional<String>> TOKEN = Setting.secret("token", "Token");
    static final Setting<Integer> PIN =
            Setting.required("pin", "Pin", Integer::valueOf).keptSecret();

    static final SettingsCatalog CATALOG = SettingsCatalog.ofHost().with("sse", List.of(URL, IDLE, ROWS, TOKEN));

    private Samples() {}

    static SettingsReading read(Map<String, String> flags, Map<String, String> environment, Path file) {
        return SettingsReading.read(CATALOG, flags, environment, SettingsFiles.of(file));
    }

    static List<String> sentences(SettingsReading reading) {
        return reading.problems().stream().map(SettingsProblem::toString).toList();
    }
}
