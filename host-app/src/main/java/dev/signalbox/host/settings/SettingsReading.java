package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        Map<String, String> filed = new LinkedHashMap<>(reader.file(files.settings()));
        filed.putAll(reader.file(files.secrets()));
        reader.environment(environment);
        flags.forEach((key, text) -> reader.take(key, "--" + key, text));
        reader.missing();
        return new SettingsReading(
                Map.copyOf(reader.given),
                Map.copyOf(filed),
                List.copyOf(reader.problems),
                List.copyOf(reader.strangers));
    }

    private static final class Reader {
        private final SettingsCatalog catalog;
        private final Map<String, String> given = new HashMap<>();
        private final List<SettingsProblem> problems = new ArrayList<>();
        private final List<String> strangers = new ArrayList<>();
        private final Set<String> unusable = new HashSet<>();

        Reader(SettingsCatalog catalog) {
            this.catalog = catalog;
        }

        Map<String, String> file(Path file) {
            String name = String.valueOf(file.getFileName());
            try {
                Map<String, String> texts = new TreeMap<>(SettingsFiles.read(file));
                texts.forEach((key, text) -> filed(name, key, text));
                return texts;
            } catch (IOException unreadable) {
                problems.add(
                        new SettingsProblem(name, unreadable.getMessage() + ".", "Mend the file or move it away."));
                return Map.of();
            }
        }

        private void filed(String file, String key, String text) {
            if (stranger(key)) {
                strangers.add(key);
            } else {
                take(key, file + ": " + key, text);
            }
        }

        /** Another plug-in's key; but a known key whose owner is mistyped by one letter is a mistake. */
        private boolean stranger(String key) {
            int dot = key.indexOf('.');
            return dot > 0
                    && !catalog.knowsPrefix(key.substring(0, dot))
                    && catalog.keys().stream()
                            .noneMatch(
                                    known -> known.endsWith(key.substring(dot)) && DidYouMean.slips(key, known) == 1);
        }

        void environment(Map<String, String> environment) {
            Map<String, String> keys = new HashMap<>();
            catalog.keys().forEach(key -> keys.put(SettingsCatalog.variable(key), key));
            List<String> variables =
                    catalog.keys().stream().map(SettingsCatalog::variable).toList();
            new TreeMap<>(environment).forEach((variable, text) -> {
                if (variable.startsWith(VARIABLE_PREFIX)) {
                    String key = keys.get(variable);
                    if (key != null) {
                        take(key, variable, text);
                    } else {
                        problems.add(new SettingsProblem(
                                variable, "no setting has this variable.", DidYouMean.hint(variable, variables)));
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
                unusable.add(key);
                problems.add(new SettingsProblem(where, why(setting.get(), text, unreadable), ""));
            }
        }

        /** What a plug-in says of a text it cannot read may hold the text, which a secret's must not. */
        private static String why(Setting<?> setting, String text, RuntimeException unreadable) {
            String because = unreadable.getMessage() == null ? "" : ": " + unreadable.getMessage();
            if (!setting.secret()) {
                return "'" + text + "' cannot be used" + because + ".";
            }
            boolean echoes =
                    text.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && because.contains(line));
            return "the value cannot be used" + (echoes ? "" : because) + ".";
        }

        void missing() {
            catalog.byKey().forEach((key, setting) -> {
                if (setting.fallback().isEmpty() && !given.containsKey(key) && !unusable.contains(key)) {
                    problems.add(new SettingsProblem("--" + key, "it is required and missing.", "Give it a value."));
                }
            });
        }
    }
}
