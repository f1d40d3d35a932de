package dev.signalbox.host.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(Csv.cell(text)).containsPattern("\\A\"?'");
    }

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(Csv.cell("no stock")).isEqualTo("no stock");
        assertThat(Csv.cell("")).isEmpty();
        assertThat(Csv.cell("a=b")).isEqualTo("a=b");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Csv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(Csv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    void endsALineWithCarriageReturnAndLineFeed() {
        assertThat(Csv.line(List.of("a", "=b", "c,d"))).isEqualTo("a,'=b,\"c,d\"\r\n");
    }

    @Property(tries = 500)
    void noCellBeginsAFormula(@ForAll String text) {
        String cell = Csv.cell(text);
        String read = cell.startsWith("\"") ? cell.substring(1) : cell;
        assertThat(read)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
    }
}
