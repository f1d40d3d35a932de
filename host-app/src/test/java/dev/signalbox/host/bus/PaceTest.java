package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How much is delivered in one frame, and when the next one begins. */
final class PaceTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BUDGET = 8 * MILLISECOND;
    private static final int FIRST = 4_096;
    private static final int MOST = 65_536;

    // ---- when the next frame begins

    @Test
    void withLittleToDoAFrameBeginsSixteenMillisecondsAfterTheLastOne() {
        assertThat(lengthAfter(MILLISECOND)).isEqualTo(16 * MILLISECOND);
    }

    @Test
    void withMoreToDoFourFifthsOfTheTimeAreLeftToTheOperator() {
        assertThat(lengthAfter(5 * MILLISECOND)).isEqualTo(25 * MILLISECOND);
    }

    @Test
    void howeverMuchThereIsToDoNothingGrowsStale() {
        assertThat(lengthAfter(200 * MILLISECOND)).isEqualTo(33 * MILLISECOND);
    }

    @Test
    void whoIsBehindDoesNotRestLonger() {
        FramePace pace = new FramePace();
        pace.begins(0);
        pace.fallsBehind();
        pace.painted(9 * MILLISECOND);

        assertThat(pace.nanosLeft(0)).isEqualTo(16 * MILLISECOND);
    }

    @Test
    void theFirstFrameBeginsAtOnce() {
        assertThat(new FramePace().nanosLeft(System.nanoTime())).isLessThanOrEqualTo(0);
    }

    private static long lengthAfter(long busy) {
        FramePace pace = new FramePace();
        pace.begins(0);
        pace.painted(busy);
        return pace.nanosLeft(0);
    }

    // ---- how much is delivered

    @Test
    void whatACallCostsByItselfIsToldFromWhatItsEventsCost() {
        CallbackCost cost = new CallbackCost(FIRST, MOST);
        assertThat(cost.ofCall()).isZero();
        for (int i = 1; i <= 200; i++) {
            int events = 100 + i * 37 % 1_000;
            cost.took(events, 3 * MILLISECOND + events * 1_000L);
        }
        assertThat(cost.ofCall()).isBetween(2.5 * MILLISECOND, 3.5 * MILLISECOND);
    }

    @Test
    void beforeAnythingIsKnownTheFirstBatchIsAModestOne() {
        assertThat(new CallbackCost(FIRST, MOST).eventsWithin(BUDGET)).isEqualTo(FIRST);
    }

    @Property(tries = 200)
    void aFullFrameKeepsToTheBudgetOrSpendsHalfItsTimeOnEvents(
            @ForAll @IntRange(max = 20_000) int callMicros, @ForAll @IntRange(min = 10, max = 200_000) int eachNanos) {
        CallbackCost cost = new CallbackCost(FIRST, MOST);
        int count = 0;
        for (int frame = 0; frame < 100; frame++) {
            count = cost.eventsWithin(BUDGET);
            cost.took(count, callMicros * 1_000L + (long) count * eachNanos);
        }
        double events = (double) count * eachNanos;
        double call = callMicros * 1_000.0;

        assertThat(count).isBetween(8, MOST);
        assertThat(count == 8 || events <= 1.5 * Math.max(BUDGET - call, call)).isTrue();
        assertThat(count == MOST || events + call >= 0.5 * BUDGET).isTrue();
    }

    @Test
    void oneLongStandstillIsForgottenSoon() {
        CallbackCost cost = new CallbackCost(FIRST, MOST);
        for (int frame = 0; frame < 20; frame++) {
            cost.took(1_000, 1_000 * 200L);
        }
        cost.took(1_000, TimeUnit.MINUTES.toNanos(1));
        for (int frame = 0; frame < 20; frame++) {
            int count = Math.min(1_000, cost.eventsWithin(BUDGET));
            cost.took(count, count * 200L);
        }

        assertThat(cost.eventsWithin(BUDGET)).isGreaterThan(1_000);
    }
}
