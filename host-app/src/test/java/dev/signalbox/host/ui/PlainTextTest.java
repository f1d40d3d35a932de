package dev.signalbox.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.plaf.basic.BasicHTML;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "ORD-1001",
                "a < b > c",
                "x<html>",
                " <html>",
                "<htm>",
                "<html",
                "Ünïcödé 漢字 \uD83D\uDE82"
            })
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "<HTML><b>x", "<hTmL><img src=http://127.0.0.1:1/x>", "\r<html>"})
    void markupInAnyCaseIsShownAsItIsWritten(String text) {
        String plain = PlainText.of(text);

        assertThat(BasicHTML.isHTMLString(plain)).isFalse();
        assertThat(plain).isEqualTo("\u200B" + text.replace("\r", ""));
    }

    @Test
    void linesBecomeOne() {
        assertThat(PlainText.of("a\nb\r\nc\u2028d\u2029e")).isEqualTo("a ⏎ b ⏎ c ⏎ d ⏎ e");
    }

    @Test
    void controlCharactersAndTurnsOfDirectionBecomeBlanks() {
        assertThat(PlainText.of("a\tb\0c\u001Bd\u007Fe\u0085f")).isEqualTo("a b c d e f");
        assertThat(PlainText.of("a\u202Eb\u202Ac\u2066d\u2069e")).isEqualTo("a b c d e");
    }

    @Test
    void longTextIsCut() {
        assertThat(PlainText.of("x".repeat(2000))).hasSize(2000);
        assertThat(PlainText.of("x".repeat(1_000_000))).isEqualTo("x".repeat(2000) + "…");
    }

    @Property(tries = 500)
    void nothingIsEverMarkupLongOrOnSeveralLines(@ForAll("texts") String text) {
        String plain = PlainText.of(text);

        assertThat(BasicHTML.isHTMLString(plain)).isFalse();
        assertThat(plain.length()).isLessThanOrEqualTo(6010);
        assertThat(plain.chars())
                .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202E || c == 0x2066);
        assertThat(PlainText.of(plain)).as("twice").startsWith(plain.substring(0, Math.min(1000, plain.length())));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> start = Arbitraries.of("", "\n", "\0", "\u202E", "\r", " ", "\u200B");
        Arbitrary<String> markup = Arbitraries.of("<html>", "<HTML>", "<hTmL>", "<html", "<\0html>", "<ht\rml>", "");
        Arbitrary<String> rest = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("\n".repeat(3000), "x".repeat(5000), "<img src=x>"));
        return Combinators.combine(start, markup, rest).as((one, two, three) -> one + two + three);
    }
}
