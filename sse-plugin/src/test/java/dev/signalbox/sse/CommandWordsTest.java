package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
    @Test
    void blanksSeparateWords() {
        assertThat(CommandWords.of("  pass  show\tapi/token ")).containsExactly("pass", "show", "api/token");
    }

    @Test
    void quotesKeepBlanksTogether() {
        assertThat(CommandWords.of("sh -c 'pass show api | head -1' \"a 'b'\" x'y z'"))
                .containsExactly("sh", "-c", "pass show api | head -1", "a 'b'", "xy z");
    }

    @Test
    void quotesWithNothingInThemAreAnEmptyWord() {
        assertThat(CommandWords.of("a '' b")).containsExactly("a", "", "b");
    }

    @Test
    void nothingElseIsSpecial() {
        assertThat(CommandWords.of("C:\\tools\\token.exe $HOME *.txt ~ `id` $(id) a;b && c > d"))
                .containsExactly(
                        "C:\\tools\\token.exe", "$HOME", "*.txt", "~", "`id`", "$(id)", "a;b", "&&", "c", ">", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "''", "'' x"})
    void aCommandWithoutAProgramSaysWhatIsExpected(String text) {
        assertThatThrownBy(() -> CommandWords.of(text)).hasMessage("expected a program and its arguments");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamed() {
        assertThatThrownBy(() -> CommandWords.of("sh -c 'x")).hasMessage("a quote (') is not closed");
    }
}
