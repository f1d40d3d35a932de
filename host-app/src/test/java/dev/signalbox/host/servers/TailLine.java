package dev.signalbox.host.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code signalbox tail --json}.
 *
 * @param fields its fields that hold text, by name
 */
record TailLine(Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    TailLine {
        fields = Map.copyOf(fields);
    }

    static TailLine parse(String line) {
        Map<String, String> fields = new HashMap<>();
        for (Matcher field = FIELD.matcher(line); field.find(); ) {
            fields.put(field.group(1), field.group(2));
        }
        return new TailLine(fields);
    }

    boolean is(String kind) {
        return get("kind").equals(kind);
    }

    /** The text of a field; empty where there is none. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
