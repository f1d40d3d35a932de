package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting there is, by its full key {@code <prefix>.<key>}: the console's own and those the plug-ins declare.
 *
 * @param byKey the settings in the order they are shown
 */
public record SettingsCatalog(Map<String, Setting<?>> byKey) {

    /** Keeps the order. */
    public SettingsCatalog {
        byKey = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    /**
     * The console's own settings and nothing else.
     *
     * @return the catalog
     */
    public static SettingsCatalog ofHost() {
        return new SettingsCatalog(Map.of()).with(HostSettings.PREFIX, HostSettings.all());
    }

    /**
     * This catalog and the settings of one more owner.
     *
     * @param prefix the owner
     * @param settings its settings
     * @return a new catalog
     */
    public SettingsCatalog with(String prefix, List<Setting<?>> settings) {
        Map<String, Setting<?>> all = new LinkedHashMap<>(byKey);
        settings.forEach(setting -> all.put(prefix + "." + setting.key(), setting));
        return new SettingsCatalog(all);
    }

    /**
     * One setting.
     *
     * @param fullKey its full key
     * @return the setting, or empty when there is none
     */
    public Optional<Setting<?>> find(String fullKey) {
        return Optional.ofNullable(byKey.get(fullKey));
    }

    /**
     * The full keys.
     *
     * @return the keys, in order
     */
    public Set<String> keys() {
        return byKey.keySet();
    }

    /**
     * Whether anybody's settings begin so.
     *
     * @param prefix what stands before the dot
     * @return true if the owner is known
     */
    public boolean knowsPrefix(String prefix) {
        return byKey.keySet().stream().anyMatch(key -> key.startsWith(prefix + "."));
    }

    /**
     * The environment variable that sets a key.
     *
     * @param fullKey the full key
     * @return such as {@code SIGNALBOX_SSE_IDLE_TIMEOUT}
     */
    public static String variable(String fullKey) {
        return "SIGNALBOX_" + fullKey.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
