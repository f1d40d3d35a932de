package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads flags, environment and files once, checks all of it against the catalog and collects every problem, so that they
 * can be told together.
 *
 * @param given texts by full key, the winning one each, all of them readable
 * @param filed what stands in the files, readable or not, so that rewriting them loses nothing
 * @param problems what cannot be used; the console does not start on it
 * @param strangers keys in the file of plug-ins that are not installed; kept and told
 */
public record SettingsReading(
        Map<String, String> given, Map<String, String> filed, List<SettingsProblem> problems, List<String> strangers) {
    private static final String VARIABLE_PREFIX = "SIGNALBOX_";

    /**
     * Reads everything.
     *
     * @param catalog what there is
     * @param flags texts by full key, from the command line
     * @param environment the environment
     * @param files the files
     * @return what was read and what is wrong with it
     */
    public static SettingsReading read(
            SettingsCatalog catalog, Map<String, String> flags, Map<String, String> environment, SettingsFiles files) {
        Reader reader = new Reader(catalog);
        Map<String, String> filed = new LinkedHashMap<>();
        try {
            filed.putAll(files.read());
        } catch (IOException unreadable) {
            reader.problems.add(new SettingsProblem(
                    files.settings().getFileName().toString(),
                    String.valueOf(unreadable.getMessage()),
                    "Mend it or move it away."));
        }
        filed.forEach((key, text) -> reader.file(files, key, text));
        reader.environment(environment);
        flags.forEach((key, text) -> reader.take(key, "--" + key, text));
        reader.missing();
        return new SettingsReading(Map.copyOf(reader.given), Map.copyOf(filed), reader.problems, reader.strangers);
    }

    private static final class Reader {
        private final SettingsCatalog catalog;
        private final Map<String, String> given = new HashMap<>();
        private final List<SettingsProblem> problems = new ArrayList<>();
        private final List<String> strangers = new ArrayList<>();

        Reader(SettingsCatalog catalog) {
            this.catalog = catalog;
        }

        void file(SettingsFiles files, String key, String text) {
            String prefix = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            String hint = DidYouMean.hint(key, catalog.keys());
            if (!catalog.knowsPrefix(prefix) && key.contains(".") && !hint.startsWith("Did")) {
                strangers.add(key);
            } else {
                take(key, files.settings().getFileName() + ": " + key, text);
            }
        }

        void environment(Map<String, String> environment) {
            Map<String, String> keys = new HashMap<>();
            catalog.keys().forEach(key -> keys.put(SettingsCatalog.variable(key), key));
            environment.forEach((variable, text) -> {
                if (variable.startsWith(VARIABLE_PREFIX)) {
                    String key = keys.get(variable);
                    if (key != null) {
                        take(key, variable, text);
                    } else {
                        problems.add(new SettingsProblem(
                                variable, "no setting has this variable.", DidYouMean.hint(variable, keys.keySet())));
                    }
                }
            });
        }

        void take(String key, String where, String text) {
            Optional<Setting<?>> setting = catalog.find(key);
            if (setting.isEmpty()) {
                problems.add(
                        new SettingsProblem(where, "there is no such setting.", DidYouMean.hint(key, catalog.keys())));
                return;
            }
            try {
                setting.get().parse(text);
                given.put(key, text);
            } catch (RuntimeException unreadable) {
                String shown = setting.get().secret() ? "the value" : "'" + text + "'";
                problems.add(
                        new SettingsProblem(where, shown + " cannot be used: " + unreadable.getMessage() + ".", ""));
            }
        }

        void missing() {
            catalog.byKey().forEach((key, setting) -> {
                boolean wrong =
                        problems.stream().anyMatch(problem -> problem.where().endsWith(key));
                if (setting.fallback().isEmpty() && !given.containsKey(key) && !wrong) {
                    problems.add(new SettingsProblem("--" + key, "it is required and missing.", "Give it a value."));
                }
            });
        }
    }
}
