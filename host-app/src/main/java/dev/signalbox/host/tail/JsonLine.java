package dev.signalbox.host.tail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes one JSON object on one line, its fields in the order they are given. */
final class JsonLine {
    private final StringBuilder line;
    private boolean any;

    JsonLine(StringBuilder line, String kind) {
        this.line = line;
        line.append('{');
        text("kind", kind);
    }

    JsonLine text(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    JsonLine flag(String name, boolean value) {
        name(name);
        line.append(value);
        return this;
    }

    JsonLine number(String name, long value) {
        name(name);
        line.append(value);
        return this;
    }

    /** JSON has no word for what is not finite. */
    JsonLine number(String name, OptionalDouble value) {
        name(name);
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            line.append(value.getAsDouble());
        } else {
            line.append("null");
        }
        return this;
    }

    JsonLine time(String name, Instant value) {
        return text(name, value.toString());
    }

    JsonLine time(String name, Optional<Instant> value) {
        if (value.isPresent()) {
            return time(name, value.get());
        }
        name(name);
        line.append("null");
        return this;
    }

    JsonLine texts(String name, Map<String, String> values) {
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

    void end() {
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
