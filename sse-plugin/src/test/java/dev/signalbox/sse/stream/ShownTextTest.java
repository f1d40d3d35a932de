package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void whatBreaksTheLineHidesOrReordersTextIsAnEscape() {
        assertThat(ShownText.of("a\r\n\tb\u0000\u001B\u007F\u0085\u2028\u200B\u202E\uFEFF", 100))
                .isEqualTo("a\\r\\n\\tb\\u0000\\u001B\\u007F\\u0085\\u2028\\u200B\\u202E\\uFEFF");
    }

    @Test
    void ordinaryTextOfAnyLanguageStaysAsItIs() {
        String text = "Größe 大小 \uD83D\uDE80 é";
        assertThat(ShownText.of(text, 100)).isEqualTo(text);
    }

    @Test
    void aLonePartOfACharacterIsAnEscape() {
        assertThat(ShownText.of("a\uD83D", 100)).isEqualTo("a\\uD83D");
    }

    @Test
    void itIsCutAfterWholeCharactersWithAnEllipsis() {
        assertThat(ShownText.of("ab\uD83D\uDE80cd", 3)).isEqualTo("ab\uD83D\uDE80…");
        assertThat(ShownText.of("abc", 3)).isEqualTo("abc");
    }

    @Test
    void proseIsOneLineWithSingleBlanks() {
        assertThat(ShownText.ofProse("  <p>\r\n\t no  </p>\n")).isEqualTo("<p> no </p>");
    }
}
