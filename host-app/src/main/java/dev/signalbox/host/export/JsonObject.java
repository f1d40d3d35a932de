package dev.signalbox.host.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes one JSON object without a line break, its fields in the order they are given. What would move a cursor or reorder
 * what is read is written as an escape.
 */
public final class JsonObject {
    private final StringBuilder line;
    private boolean any;

    private JsonObject(StringBuilder line) {
        this.line = line;
    }

    /**
     * Begins an object.
     *
     * @param line where it is appended
     * @return the object, without a field yet
     */
    public static JsonObject in(StringBuilder line) {
        line.append('{');
        return new JsonObject(line);
    }

    /**
     * A text.
     *
     * @param name the field
     * @param value a text
     * @return this
     */
    public JsonObject text(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    /**
     * A flag.
     *
     * @param name the field
     * @param value yes or no
     * @return this
     */
    public JsonObject flag(String name, boolean value) {
        name(name);
        line.append(value);
        return this;
    }

    /**
     * A whole number.
     *
     * @param name the field
     * @param value a number
     * @return this
     */
    public JsonObject number(String name, long value) {
        name(name);
        line.append(value);
        return this;
    }

    /**
     * A number, or null; JSON has no word for what is not finite.
     *
     * @param name the field
     * @param value a number, if there is one
     * @return this
     */
    public JsonObject number(String name, OptionalDouble value) {
        name(name);
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            line.append(value.getAsDouble());
        } else {
            line.append("null");
        }
        return this;
    }

    /**
     * A time, ISO-8601 in UTC.
     *
     * @param name the field
     * @param value a time
     * @return this
     */
    public JsonObject time(String name, Instant value) {
        return text(name, value.toString());
    }

    /**
     * A time, or null.
     *
     * @param name the field
     * @param value a time, if there is one
     * @return this
     */
    public JsonObject time(String name, Optional<Instant> value) {
        if (value.isPresent()) {
            return time(name, value.get());
        }
        name(name);
        line.append("null");
        return this;
    }

    /**
     * A field without a value: null.
     *
     * @param name the field
     * @return this
     */
    public JsonObject nothing(String name) {
        name(name);
        line.append("null");
        return this;
    }

    /**
     * Texts by name.
     *
     * @param name the field
     * @param values texts
     * @return this
     */
    public JsonObject texts(String name, Map<String, String> values) {
        name(name);
        line.append('{');
        boolean more = false;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (more) {
                line.append(',');
            }
            more = true;
            quoted(value.getKey());
            line.append(':');
            quoted(value.getValue());
        }
        line.append('}');
        return this;
    }

    /**
     * A field whose value the caller appends next.
     *
     * @param name the field
     * @return this
     */
    public JsonObject field(String name) {
        name(name);
        return this;
    }

    /** Ends the object. */
    public void end() {
        line.append('}');
    }

    private void name(String name) {
        if (any) {
            line.append(',');
        }
        any = true;
        quoted(name);
        line.append(':');
    }

    private void quoted(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (Harmless.harmless(text, i)) {
                line.append(c);
            } else {
                Harmless.escape(line, c);
            }
        }
        line.append('"');
    }
}
