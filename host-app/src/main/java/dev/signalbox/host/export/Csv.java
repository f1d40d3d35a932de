package dev.signalbox.host.export;

import java.util.List;

/**
 * Lines of a CSV file (RFC 4180) that a spreadsheet opens without running anything: a cell that would be read as a formula
 * gets an apostrophe before it.
 */
public final class Csv {
    /** Without it spreadsheets do not read the file as UTF-8. */
    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Also their full-width forms, which some spreadsheets read alike. */
    private static final String BEGINS_A_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String QUOTED = ",\"\n\r;\t";

    private Csv() {}

    /**
     * One line, with its end.
     *
     * @param cells any texts
     * @return the line
     */
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        append(cells, line);
        return line.toString();
    }

    static void append(List<String> cells, StringBuilder line) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            String text = inert(cells.get(i));
            if (needsQuotes(text)) {
                line.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else {
                line.append(text);
            }
        }
        line.append("\r\n");
    }

    /**
     * A text that no spreadsheet runs, whether it reads it from a file or from the clipboard.
     *
     * @param text any text
     * @return the text, with an apostrophe before it if it would be read as a formula
     */
    public static String inert(String text) {
        return beginsAFormula(text) ? "'" + text : text;
    }

    /** What has no width or is white is passed over, as some spreadsheets do. */
    private static boolean beginsAFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\r' || c == '\n' || BEGINS_A_FORMULA.indexOf(c) >= 0) {
                return true;
            }
            boolean unseen = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!unseen) {
                return false;
            }
        }
        return false;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (QUOTED.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return !text.equals(text.strip());
    }
}
