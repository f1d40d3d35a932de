package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void countsNumbersInNames() {
        assertThat(sorted("ORD-10", "ORD-9", "ORD-1000", "ORD-100"))
                .containsExactly("ORD-9", "ORD-10", "ORD-100", "ORD-1000");
    }

    @Test
    void countsNumbersTooLongForAnyType() {
        assertThat(sorted("9".repeat(40), "1" + "0".repeat(40), "8".repeat(40)))
                .containsExactly("8".repeat(40), "9".repeat(40), "1" + "0".repeat(40));
    }

    @Test
    void takesNoNoticeOfCaseUntilNothingElseDiffers() {
        assertThat(sorted("b", "B", "a", "C")).containsExactly("a", "B", "b", "C");
    }

    @Test
    void putsLeadingZerosBesideTheNumberTheyStandFor() {
        assertThat(sorted("A-2", "A-010", "A-10", "A-1")).containsExactly("A-1", "A-2", "A-010", "A-10");
    }

    @Test
    void putsTheShorterOfTwoAlikeFirst() {
        assertThat(sorted("ORD-1-b", "ORD-1", "")).containsExactly("", "ORD-1", "ORD-1-b");
    }

    private static List<String> sorted(String... names) {
        return List.of(names).stream().sorted(NaturalOrder::compare).toList();
    }
}
