package dev.signalbox.host.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When it is over, and with which exit code. */
class EndingsTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final OptionalInt GOES_ON = OptionalInt.empty();

    private final Endings untilSettled = endings(true);
    private final Endings byItself = endings(false);

    @Test
    void theLastEventAskedForEndsItWithZero() {
        Endings two = new Endings(new TailOptions(Optional.empty(), OptionalLong.of(2), false, false));
        note(two, connection("a", ConnectionState.OPEN), failed("a", "1"));
        assertThat(two.over()).isEqualTo(GOES_ON);
        note(two, failed("a", "2"));

        assertThat(two.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void aSettledWatchEndsItWithZero() {
        note(untilSettled, connection("a", ConnectionState.OPEN), watch("a", "1"), settled("a", "1"));
        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
        note(untilSettled, new WatchSettled("a", "orders", 1, 0, AT));

        assertThat(untilSettled.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void aSettledWatchWithAFailureEndsItWithThree() {
        note(untilSettled, watch("a", "1"), failed("a", "1"), new WatchSettled("a", "orders", 1, 1, AT));

        assertThat(untilSettled.over()).hasValue(ExitCode.WITH_FAILURES);
    }

    @Test
    void whatFailedAndRecoveredOrWentDidNotFailInTheEnd() {
        note(untilSettled, watch("a", "1", "2"), failed("a", "1"), failed("a", "2"), settled("a", "1"));
        note(untilSettled, new WorkRemoved("a", "orders", "2", AT), new WatchSettled("a", "orders", 1, 0, AT));

        assertThat(untilSettled.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void everySourceMustBeSettled() {
        note(untilSettled, connection("a", ConnectionState.OPEN), connection("b", ConnectionState.WAITING));
        note(untilSettled, watch("a", "1"), settled("a", "1"), new WatchSettled("a", "orders", 1, 0, AT));
        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
        note(untilSettled, connection("b", ConnectionState.CLOSED));

        assertThat(untilSettled.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void everyTopicOfASourceMustBeSettled() {
        note(untilSettled, watch("a", "1"), new WatchChanged("a", "pages", Set.of("p"), AT));
        note(untilSettled, new WatchSettled("a", "orders", 1, 0, AT));
        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
        note(untilSettled, new WatchSettled("a", "pages", 1, 0, AT));

        assertThat(untilSettled.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void aSettledWatchThatMovesAgainIsNotSettled() {
        note(untilSettled, connection("b", ConnectionState.OPEN), watch("a", "1"));
        note(untilSettled, new WatchSettled("a", "orders", 1, 0, AT), moving("a", "1"));
        note(untilSettled, connection("b", ConnectionState.CLOSED));

        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
    }

    @Test
    void aReconnectThatTellsTheSameSetKeepsItSettledAndAnotherSetDoesNot() {
        note(untilSettled, connection("b", ConnectionState.OPEN), watch("a", "1"));
        note(untilSettled, new WatchSettled("a", "orders", 1, 0, AT), watch("a", "1"));
        note(untilSettled, connection("b", ConnectionState.CLOSED));
        assertThat(untilSettled.over()).hasValue(ExitCode.AS_ASKED);
        note(untilSettled, watch("a", "1", "2"));

        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
    }

    @Test
    void anOpenWatchIsNeverSettled() {
        note(untilSettled, connection("a", ConnectionState.OPEN), settled("a", "1"));

        assertThat(untilSettled.over()).isEqualTo(GOES_ON);
        assertThat(untilSettled.open((WorkEvent) settled("a", "1"))).isTrue();
    }

    @Test
    void withoutTheWishASettledWatchThatStaysOpenGoesOn() {
        note(byItself, connection("a", ConnectionState.OPEN), watch("a", "1"), settled("a", "1"));
        note(byItself, new WatchSettled("a", "orders", 1, 0, AT));
        assertThat(byItself.over()).isEqualTo(GOES_ON);
        note(byItself, connection("a", ConnectionState.CLOSED));

        assertThat(byItself.over()).hasValue(ExitCode.AS_ASKED);
    }

    @Test
    void aStreamThatIsFinishedWithFailuresEndsItWithThree() {
        note(
                byItself,
                connection("a", ConnectionState.OPEN),
                failed("a", "1"),
                connection("a", ConnectionState.CLOSED));

        assertThat(byItself.over()).hasValue(ExitCode.WITH_FAILURES);
    }

    @Test
    void aSourceThatFailedForGoodEndsItWithOneOnceTheOthersAreOver() {
        note(byItself, connection("a", ConnectionState.OPEN), connection("b", ConnectionState.FAILED));
        assertThat(byItself.over()).isEqualTo(GOES_ON);
        note(byItself, failed("a", "1"), connection("a", ConnectionState.CLOSED));

        assertThat(byItself.over()).hasValue(ExitCode.FATAL);
    }

    @Test
    void aLostStreamGoesOn() {
        note(byItself, connection("a", ConnectionState.OPEN), connection("a", ConnectionState.WAITING));

        assertThat(byItself.over()).isEqualTo(GOES_ON);
    }

    private static Endings endings(boolean untilSettled) {
        return new Endings(new TailOptions(Optional.empty(), OptionalLong.empty(), untilSettled, false));
    }

    private static void note(Endings endings, ConsoleEvent... events) {
        for (ConsoleEvent event : events) {
            endings.note(event);
        }
    }

    private static ConsoleEvent connection(String source, ConnectionState state) {
        return new ConnectionChanged(source, state, 1, Optional.empty(), "", AT);
    }

    private static ConsoleEvent watch(String source, String... keys) {
        return new WatchChanged(source, "orders", Set.of(keys), AT);
    }

    private static ConsoleEvent moving(String source, String key) {
        return new OrderEvent(source, key, "PROCESSING", "IN_PROGRESS", "", false, false, AT);
    }

    private static ConsoleEvent settled(String source, String key) {
        return new OrderEvent(source, key, "SHIPPED", "COMPLETED", "", true, false, AT);
    }

    private static ConsoleEvent failed(String source, String key) {
        return new OrderEvent(source, key, "CANCELLED", "FAILED", "", true, true, AT);
    }
}
