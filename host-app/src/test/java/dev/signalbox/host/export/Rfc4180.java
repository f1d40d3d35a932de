package dev.signalbox.host.export;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV by the letter of RFC 4180, and refuses what it does not allow. Shares nothing with what writes it. */
public final class Rfc4180 {
    private final String text;
    private int at;

    private Rfc4180(String text) {
        this.text = text;
    }

    /** The lines, each as its cells. */
    public static List<List<String>> read(String text) {
        Rfc4180 reader = new Rfc4180(text);
        List<List<String>> lines = new ArrayList<>();
        while (reader.at < text.length()) {
            lines.add(reader.line());
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
            if (text.startsWith("\r\n", at)) {
                at += 2;
                return cells;
            }
            expect(',');
        }
    }

    private String quoted() {
        expect('"');
        StringBuilder cell = new StringBuilder();
        while (true) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.toString();
            }
        }
    }

    private String bare() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && !text.startsWith("\r\n", at)) {
            char c = text.charAt(at++);
            if (c == '"' || c == '\r' || c == '\n') {
                throw new AssertionError("bare " + (int) c + " at " + at);
            }
        }
        return text.substring(from, at);
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw new AssertionError("expected " + c + " at " + at + " of " + text);
        }
        at++;
    }
}
