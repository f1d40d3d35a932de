package dev.signalbox.host.bench.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastWordTest {
    private static final LastWord FIRST = new LastWord("ORD-1", "SHIPPED", "COMPLETED", "21 900");
    private static final LastWord SECOND = new LastWord("ORD-2", "PROCESSING", "IN_PROGRESS", "22 901");

    @Test
    void aRowThatShowsTheLastWordIsRight() {
        assertThat(LastWord.difference(
                        List.of(FIRST, SECOND),
                        Map.of(
                                "ORD-1", List.of("ORD-1", "SHIPPED", "COMPLETED", "21 900", "12:00"),
                                "ORD-2", List.of("ORD-2", "PROCESSING", "IN_PROGRESS", "22 901", "12:00"))))
                .isEmpty();
    }

    @Test
    void anOlderWordIsWrong() {
        assertThat(LastWord.difference(
                        List.of(FIRST), Map.of("ORD-1", List.of("ORD-1", "SHIPPED", "COMPLETED", "11 500"))))
                .startsWith("ORD-1 should be ")
                .contains("11 500");
    }

    @Test
    void aMissingRowIsWrong() {
        assertThat(LastWord.difference(List.of(FIRST), Map.of()))
                .isEqualTo("ORD-1 is not shown; there are 0 rows for 1 orders");
    }

    @Test
    void aRowTooManyIsWrong() {
        assertThat(LastWord.difference(List.of(), Map.of("ORD-9", List.of("ORD-9"))))
                .isEqualTo("there are 1 rows for 0 orders");
    }

    @Test
    void manyDifferencesAreCounted() {
        assertThat(LastWord.difference(List.of(FIRST, SECOND, FIRST, SECOND), Map.of()))
                .endsWith("; and 2 more");
    }

    @Test
    void aLineGivesTheWordBack() {
        assertThat(LastWord.parse(FIRST.line())).isEqualTo(FIRST);
        assertThatThrownBy(() -> LastWord.parse("ORD-1")).hasMessageContaining("four parts, and not 'ORD-1'");
    }
}
