package dev.signalbox.host.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\r=1",
                "\n=1",
                "  =1+1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u0000=1",
                "\uFF1D1+1",
                "=cmd|' /C calc'!A0"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(Csv.inert(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no stock", "a=b", "1-2", "'quoted", "ä@b"})
    void leavesPlainTextAsItIs(String text) {
        assertThat(Csv.inert(text)).isEqualTo(text);
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(Csv.line(List.of("a,b", "say \"hi\"", "two\nlines", "a;b")))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"a;b\"\r\n");
    }

    @Test
    void endsALineWithCarriageReturnAndLineFeed() {
        assertThat(Csv.line(List.of("a", "=b", "c,d"))).isEqualTo("a,'=b,\"c,d\"\r\n");
    }

    @Property(tries = 500)
    void everyLineIsReadBackAsTheCellsItWasMadeOf(@ForAll("lines") List<List<String>> lines) {
        StringBuilder file = new StringBuilder();
        lines.forEach(cells -> file.append(Csv.line(cells)));

        assertThat(Rfc4180.read(file.toString()))
                .isEqualTo(lines.stream()
                        .map(cells -> cells.stream().map(Csv::inert).toList())
                        .toList());
    }

    @Property(tries = 500)
    void noCellBeginsAFormulaEvenForOneWhoTrims(@ForAll("texts") String text) {
        String read = Rfc4180.read(Csv.line(List.of(text, "x"))).get(0).get(0);

        assertThat(read.strip())
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(read).doesNotStartWith("\t").doesNotStartWith("\r");
        assertThat(read).isIn(text, "'" + text);
    }

    @Provide
    Arbitrary<List<List<String>>> lines() {
        return texts().list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("=+-@,;\"'\r\n\t a\u00A0\u200B").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(20));
    }
}
