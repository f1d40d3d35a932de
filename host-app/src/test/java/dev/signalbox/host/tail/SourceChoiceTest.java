package dev.signalbox.host.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceChoiceTest {
    private static final List<String> NAMES = List.of("sse/eu", "sse/us", "jobs/ci", "sse/jobs");

    @Test
    void withoutAWishAllAreMeant() {
        SourceChoice all = new SourceChoice(Optional.empty());

        assertThat(all.among(NAMES)).isEqualTo(NAMES);
        assertThat(all.ambiguous(NAMES)).isFalse();
    }

    @Test
    void aFullNameMeansThatOne() {
        assertThat(of("sse/us").among(NAMES)).containsExactly("sse/us");
    }

    @Test
    void thePartAfterTheSlashWillDo() {
        assertThat(of("ci").among(NAMES)).containsExactly("jobs/ci");
    }

    @Test
    void thePlugInWillDoWhereItHasOneSource() {
        assertThat(of("sse").among(List.of("sse/orders", "jobs/ci"))).containsExactly("sse/orders");
    }

    @Test
    void aPartThatSeveralShareIsAmbiguous() {
        assertThat(of("sse").among(NAMES)).containsExactly("sse/eu", "sse/us", "sse/jobs");
        assertThat(of("sse").ambiguous(of("sse").among(NAMES))).isTrue();
        assertThat(of("jobs").among(NAMES)).containsExactly("jobs/ci", "sse/jobs");
    }

    @Test
    void halfAPartMeansNothing() {
        assertThat(of("ss").among(NAMES)).isEmpty();
        assertThat(of("").among(NAMES)).isEmpty();
    }

    private static SourceChoice of(String word) {
        return new SourceChoice(Optional.of(word));
    }
}
