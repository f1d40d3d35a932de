package dev.signalbox.sse;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into a program and its arguments, without a shell: blanks separate words, single or double quotes keep
 * blanks together, and nothing else is special; no variables, no patterns, no pipes, no escapes, so that paths of any
 * system are words. Who wants a shell names it: {@code sh -c 'pass show api | head -1'}.
 */
final class CommandWords {
    private CommandWords() {}

    /**
     * Splits a command.
     *
     * @throws IllegalArgumentException if it is empty or a quote is not closed
     */
    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote (" + quote + ") is not closed");
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new IllegalArgumentException("expected a program and its arguments");
        }
        return words;
    }
}
