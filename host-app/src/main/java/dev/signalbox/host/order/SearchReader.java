package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a search from left to right, once. */
final class SearchReader {
    private static final char QUOTE = '"';

    private final String text;
    private final List<SearchTerm> terms = new ArrayList<>();
    private int at;

    SearchReader(String text) {
        this.text = text;
    }

    Search read() {
        skipBlanks();
        while (at < text.length()) {
            SearchFault fault = readTerm();
            if (fault != null) {
                return fault;
            }
            skipBlanks();
        }
        return new SearchQuery(text.strip(), terms);
    }

    private @Nullable SearchFault readTerm() {
        boolean excluded = text.charAt(at) == '-';
        if (excluded) {
            at++;
            if (atBlank()) {
                return fault(SearchFault.Kind.EMPTY_MINUS, "");
            }
        }
        String name = fieldName();
        SearchedField field = null;
        if (!name.isEmpty()) {
            field = SearchedField.named(name).orElse(null);
            if (field == null) {
                return fault(SearchFault.Kind.UNKNOWN_FIELD, name);
            }
            at += name.length() + 1;
            if (atBlank()) {
                return fault(SearchFault.Kind.EMPTY_FIELD, name);
            }
        }
        int end = wordEnd();
        String wanted = text.substring(at, end);
        if (text.charAt(at) == QUOTE) {
            int close = text.indexOf(QUOTE, at + 1);
            if (close < 0) {
                return fault(SearchFault.Kind.OPEN_QUOTE, name);
            }
            if (close == at + 1) {
                return fault(SearchFault.Kind.EMPTY_QUOTE, name);
            }
            wanted = text.substring(at + 1, close);
            end = close + 1;
        }
        at = end;
        terms.add(new SearchTerm(field, excluded, FoldedText.of(wanted)));
        return null;
    }

    /** The letters before a colon; empty where something else comes first. */
    private String fieldName() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ':' ? text.substring(at, end) : "";
    }

    private SearchFault fault(SearchFault.Kind kind, String about) {
        return new SearchFault(kind, about, text.substring(at, wordEnd()));
    }

    private void skipBlanks() {
        while (at < text.length() && atBlank()) {
            at++;
        }
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean atBlank() {
        return at == text.length() || isBlank(text.charAt(at));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
