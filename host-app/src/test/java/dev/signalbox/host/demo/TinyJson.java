package dev.signalbox.host.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON the demo writes (objects, arrays and strings) and refuses what JSON forbids in them. */
final class TinyJson {
    private final String json;
    private int at;

    private TinyJson(String json) {
        this.json = json;
    }

    static Object parse(String json) {
        TinyJson parser = new TinyJson(json);
        Object value = parser.value();
        if (parser.peek() != '\0') {
            throw new AssertionError("text after the end: " + json);
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            default -> text();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = text();
            expect(':');
            if (object.put(name, value()) != null) {
                throw new AssertionError("twice: " + name);
            }
            separator('}');
        }
        expect('}');
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            array.add(value());
            separator(']');
        }
        expect(']');
        return array;
    }

    private void separator(char end) {
        if (peek() != end) {
            expect(',');
            if (peek() == end) {
                throw new AssertionError("comma before " + end);
            }
        }
    }

    private String text() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c < 0x20) {
                throw new AssertionError("raw control character in a string at " + at);
            }
            text.append(c == '\\' ? escaped(json.charAt(at++)) : c);
        }
        at++;
        return text.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json.substring(at - 4, at), 16);
            }
            default -> throw new AssertionError("unknown escape \\" + c);
        };
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new AssertionError("expected " + c + " at " + at + " of " + json);
        }
        at++;
    }

    private char peek() {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at < json.length() ? json.charAt(at) : '\0';
    }
}
