package dev.signalbox.host.failure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a CSV file (RFC 4180) that a spreadsheet opens without running anything: a cell that would be read as a
 * formula gets an apostrophe before it.
 */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String inert = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = inert.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                || !inert.equals(inert.strip());
        return quoted ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }
}
