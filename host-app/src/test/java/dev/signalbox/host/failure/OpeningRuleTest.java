package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.failing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.settings.FailureRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OpeningRuleTest {
    private static final FailuresChanged FAILING = failing(Failure.of(failed("A", "no stock", 1)));
    private static final FailuresChanged RECOVERING =
            new FailuresChanged(List.of(), List.of(), 0, 0, 1, List.of(), at(0));
    private static final FailuresChanged SETTLED_BADLY =
            new FailuresChanged(List.of(), List.of(), 0, 1, 0, List.of(Orders.settled(12, 1)), at(0));
    private static final FailuresChanged SETTLED_WELL =
            new FailuresChanged(List.of(), List.of(), 0, 0, 0, List.of(Orders.settled(12, 0)), at(0));

    private static boolean opens(FailureRule when, FailuresChanged change) {
        return OpeningRule.opens(when, change);
    }

    @Test
    void opensAsAnOrderFails() {
        assertThat(opens(FailureRule.AS_THEY_FAIL, FAILING)).isTrue();
    }

    @Test
    void doesNotOpenBecauseAnOrderRecovers() {
        assertThat(opens(FailureRule.AS_THEY_FAIL, RECOVERING)).isFalse();
    }

    @Test
    void opensForTheSummaryWhenAWatchSettlesWithFailures() {
        assertThat(opens(FailureRule.AS_THEY_FAIL, SETTLED_BADLY)).isTrue();
    }

    @Test
    void waitsForTheSettledWatchWhenSoSet() {
        assertThat(opens(FailureRule.WHEN_SETTLED, FAILING)).isFalse();
        assertThat(opens(FailureRule.WHEN_SETTLED, SETTLED_BADLY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotOpenWhenAWatchSettlesWithoutFailures(FailureRule when) {
        assertThat(opens(when, SETTLED_WELL)).isFalse();
    }

    @Test
    void neverOpensWhenSoSet() {
        assertThat(opens(FailureRule.NEVER, FAILING)).isFalse();
        assertThat(opens(FailureRule.NEVER, SETTLED_BADLY)).isFalse();
    }
}
