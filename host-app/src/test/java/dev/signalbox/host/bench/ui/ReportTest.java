package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final CellGroup GROUP =
            new CellGroup("signalbox", 100_000, Mode.SORTED_FILTERED, List.of(100_000, 1_000_000));
    private static final Result KEPT_UP =
            new Result(GROUP.cell(100_000), 0.2, 15.5, 16.25, 49.123456, 0.2, 123.45, 99_990, 0.001);
    private static final Result BEHIND = new Result(GROUP.cell(1_000_000), 0.2, 10, 20, 30, 0.3, 130, 900_000, 0.001);

    @Test
    void theJsonHasTheFieldsThatWereAskedForAndNoOther() throws IOException {
        List<Map<String, String>> read = read(Report.json(List.of(KEPT_UP, BEHIND)));

        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .containsExactly(
                        Map.entry("subject", "signalbox"),
                        Map.entry("orders", "100000"),
                        Map.entry("rate", "100000"),
                        Map.entry("mode", "sorted-filtered"),
                        Map.entry("edt_p50_ms", "0.200"),
                        Map.entry("edt_p99_ms", "15.500"),
                        Map.entry("edt_max_ms", "16.250"),
                        Map.entry("stale_p99_ms", "49.123"),
                        Map.entry("edt_share", "0.2000"),
                        Map.entry("heap_mb", "123.5"));
    }

    @Test
    void theJsonIsTheSameWhereACommaStandsInNumbers() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(read(Report.json(List.of(KEPT_UP))).get(0)).containsEntry("edt_p99_ms", "15.500");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aResultTravelsAsALine() {
        assertThat(Result.parse(GROUP, KEPT_UP.line())).isEqualTo(KEPT_UP);
    }

    @Test
    void aSubjectThatTookLessThanWasAskedIsMarked() {
        assertThat(KEPT_UP.keptUp()).isTrue();
        assertThat(BEHIND.keptUp()).isFalse();
        assertThat(Report.table(List.of(KEPT_UP, BEHIND)).lines().skip(2))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("| all |"),
                        second -> assertThat(second).endsWith("| ONLY 900,000/s |"));
    }

    @Test
    void aTargetIsMetOnlyByASubjectThatTookWhatWasAsked() {
        assertThat(Target.lines(List.of(KEPT_UP, BEHIND)).lines())
                .satisfiesExactly(
                        p99 -> assertThat(p99).contains("| 100,000 | 16 | 15.5 | yes |"),
                        p99Million -> assertThat(p99Million).contains("| 1,000,000 | 16 | 10.0 | NO |"),
                        stale -> assertThat(stale).contains("| 50 | 49.1 | yes |"),
                        share -> assertThat(share).contains("| 25 | 20.0 | yes |"));
        assertThat(Target.history(400.1)).contains("| NO |");
    }

    private static List<Map<String, String>> read(String json) throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> one = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    one.put(name, parser.getText());
                }
                all.add(one);
            }
            assertThat(parser.nextToken()).isNull();
        }
        return all;
    }
}
