package dev.signalbox.host.app;

import dev.signalbox.api.Setting;
import dev.signalbox.host.settings.SettingsCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings there are, as flags of a command. */
final class SettingFlags {
    private final SettingsCatalog catalog;

    SettingFlags(SettingsCatalog catalog) {
        this.catalog = catalog;
    }

    /** Adds a flag for each setting, under a heading for each owner. */
    void addTo(CommandSpec spec) {
        Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
        catalog.byKey().forEach((key, setting) -> {
            String prefix = key.substring(0, key.indexOf('.'));
            OptionSpec.Builder option = OptionSpec.builder("--" + key)
                    .paramLabel(label(setting))
                    .type(setting.kind() == Setting.Kind.LINES ? List.class : String.class)
                    .auxiliaryTypes(String.class)
                    .description(description(setting).replace("%", "%%"));
            if (setting.kind() == Setting.Kind.FLAG) {
                option.arity("0..1").fallbackValue("true");
            }
            groups.computeIfAbsent(
                            prefix,
                            name -> ArgGroupSpec.builder()
                                    .exclusive(false)
                                    .validate(false) // it is a heading of the help and restricts nothing
                                    .heading("%nSettings of "
                                            + (name.equals("console") ? "the console" : "the plug-in " + name)
                                            + ":%n"))
                    .addArg(option.build());
        });
        groups.values().forEach(group -> spec.addArgGroup(group.build()));
    }

    private static String label(Setting<?> setting) {
        return switch (setting.kind()) {
            case TEXT -> "TEXT";
            case TEXTS -> "A,B,…";
            case LINES -> "LINE";
            case FLAG, CHOICE -> String.join("|", setting.choices());
            case NUMBER -> "N";
            case DURATION -> "TIME";
        };
    }

    private static String description(Setting<?> setting) {
        String fallback = setting.fallbackText();
        String more = setting.kind() == Setting.Kind.LINES ? " May be given several times." : "";
        String secret = setting.secret() ? " Kept apart, readable by you alone." : "";
        return setting.label() + "." + more + secret + (fallback.isEmpty() ? "" : " Default: " + fallback + ".");
    }

    /** Puts in what was given, by full key; a value given last wins. */
    void read(ParseResult result, Map<String, String> flags) {
        catalog.byKey().forEach((key, setting) -> {
            if (result.hasMatchedOption("--" + key)) {
                flags.put(key, text(result, key, setting));
            }
        });
    }

    private static String text(ParseResult result, String key, Setting<?> setting) {
        if (setting.kind() == Setting.Kind.LINES) {
            return String.join("\n", result.matchedOption("--" + key).stringValues());
        }
        List<String> values = result.matchedOption("--" + key).stringValues();
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }
}
