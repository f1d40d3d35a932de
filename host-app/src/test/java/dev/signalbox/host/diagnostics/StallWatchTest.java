package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final SteppedWindow window = new SteppedWindow();
    private final List<Stall> began = new ArrayList<>();
    private final List<Stall> ended = new ArrayList<>();
    private final StallListener listener = new StallListener() {
        @Override
        public void began(Stall soFar) {
            began.add(soFar);
        }

        @Override
        public void ended(Stall stall) {
            ended.add(stall);
        }
    };
    private final StallWatch watch =
            new StallWatch(window, new Blame(Map.of("plugin:tick", "Tick")), listener, () -> NOW, window::nanos);

    /** Lets time pass until the watch wants to look, and looks. */
    private Duration tick(Duration due) {
        window.pass(due.toMillis());
        return watch.look();
    }

    private void holdFor(int millis) {
        Duration due = watch.look();
        long until = window.nanos() + Duration.ofMillis(millis).toNanos();
        while (window.nanos() + due.toNanos() < until) {
            due = tick(due);
        }
        window.pass(Duration.ofNanos(until - window.nanos()).toMillis());
        window.answer();
        window.pass(Duration.ofMillis(100).toMillis() - (millis - 250) % 100);
        watch.look();
    }

    @BeforeEach
    void theWindowComesToLife() {
        watch.look();
        window.answer();
    }

    @Test
    void beforeTheWindowHasAnsweredOnceThereIsNothingToHoldUp() {
        SteppedWindow coming = new SteppedWindow();
        StallWatch early = new StallWatch(coming, new Blame(Map.of()), listener, () -> NOW, coming::nanos);
        for (int i = 0; i < 50; i++) {
            coming.pass(early.look().toMillis());
        }
        coming.answer();
        early.look();
        assertThat(began).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void aWindowThatAnswersInTimeIsNeverLookedAt() {
        Duration due = watch.look();
        for (int i = 0; i < 100; i++) {
            window.answer();
            due = tick(due);
        }
        assertThat(due).isEqualTo(Duration.ofMillis(100));
        assertThat(began).isEmpty();
        assertThat(window.looks()).isZero();
    }

    @Test
    void thereIsNeverMoreThanOneProbeUnderWay() {
        Duration due = watch.look();
        for (int i = 0; i < 50; i++) {
            due = tick(due);
            assertThat(window.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aProbeThatIsLateByAQuarterOfASecondIsAStallAndSeenAtOnce() {
        Duration due = watch.look();
        due = tick(due);
        due = tick(due);
        assertThat(began).isEmpty();
        assertThat(due).isEqualTo(Duration.ofMillis(50));
        tick(due);
        assertThat(began).singleElement().extracting(Stall::held).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aProbeThatIsALittleLateIsNone() {
        Duration due = watch.look();
        due = tick(due);
        tick(due);
        window.pass(40);
        window.answer();
        window.pass(10);
        watch.look();
        assertThat(began).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void aStallIsToldOnceWhenItBeginsAndOnceWhenItEndsHoweverLongItLasts() {
        window.runs(Stacks.plugin("tick", "tick.Panel", "paint"), Stacks.dispatch());
        holdFor(5_000);
        assertThat(began).hasSize(1);
        assertThat(ended).singleElement().satisfies(stall -> {
            assertThat(stall.held()).isEqualTo(Duration.ofSeconds(5));
            assertThat(stall.culprit().name()).isEqualTo("plug-in Tick");
            assertThat(stall.culprit().where()).isEqualTo("tick.Panel.paint (Some.java:12)");
        });
    }

    @Test
    void twoStallsAreTwo() {
        holdFor(400);
        holdFor(300);
        assertThat(began).hasSize(2);
        assertThat(ended).extracting(Stall::held).containsExactly(Duration.ofMillis(400), Duration.ofMillis(300));
    }

    @Test
    void theStackIsLookedAtEveryTenthOfASecondAndNoMoreThanTenTimes() {
        holdFor(460);
        assertThat(window.looks()).isEqualTo(3);
        holdFor(60_000);
        assertThat(window.looks()).isEqualTo(3 + Samples.MOST);
    }

    @Test
    void whoIsSeenMostOftenIsBlamed() {
        StackTraceElement tick = Stacks.plugin("tick", "tick.Panel", "paint");
        StackTraceElement console = Stacks.console("order.OrderView", "take");
        Duration due = watch.look();
        for (StackTraceElement seen : List.of(console, console, console, tick, tick)) {
            window.runs(seen, Stacks.dispatch());
            due = tick(due);
        }
        window.runs(tick, Stacks.dispatch());
        tick(due);
        window.answer();
        window.pass(100);
        watch.look();
        assertThat(began)
                .singleElement()
                .extracting(stall -> stall.culprit().name())
                .isEqualTo("the console");
        assertThat(ended)
                .singleElement()
                .extracting(stall -> stall.culprit().name())
                .isEqualTo("plug-in Tick");
        assertThat(ended.get(0).stacks()).contains("Seen once in 4 looks", "Seen 3 times in 4 looks");
    }

    @Test
    void aMachineThatSleptIsNoStall() {
        watch.look();
        window.pass(Duration.ofHours(8).toMillis());
        watch.look();
        window.pass(100);
        window.answer();
        watch.look();
        assertThat(began).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void sleepInTheMiddleOfAStallDoesNotCount() {
        Duration due = watch.look();
        for (int i = 0; i < 4; i++) {
            due = tick(due);
        }
        assertThat(began).hasSize(1);
        window.pass(Duration.ofHours(8).toMillis());
        due = tick(due);
        window.answer();
        tick(due);
        assertThat(ended).singleElement().extracting(Stall::held).isEqualTo(Duration.ofMillis(450));
    }

    @Test
    void onABusyMachineTheWatchIsALittleLateItselfAndTheStallCountsAllTheSame() {
        Duration due = watch.look();
        for (int i = 0; i < 10; i++) {
            window.pass(60);
            due = tick(due);
        }
        window.answer();
        tick(due);
        assertThat(ended)
                .singleElement()
                .satisfies(stall -> assertThat(stall.held()).isGreaterThan(Duration.ofMillis(1_500)));
    }

    @Test
    void aWindowThatIsSlowAfterTheSleepIsAStall() {
        watch.look();
        window.pass(Duration.ofHours(8).toMillis());
        Duration due = watch.look();
        for (int i = 0; i < 4; i++) {
            due = tick(due);
        }
        assertThat(began).hasSize(1);
    }

    @Test
    void whatIsKeptOfAStallIsBoundedHoweverDeepTheStack() {
        StackTraceElement[] deep = new StackTraceElement[10_000];
        Duration due = watch.look();
        for (int i = 0; i < 20; i++) {
            Arrays.fill(deep, Stacks.console("order.OrderView", "deep" + i));
            window.runs(deep);
            due = tick(due);
        }
        window.answer();
        tick(due);
        assertThat(ended.get(0).stacks().lines().count())
                .isLessThanOrEqualTo((long) Samples.MOST_STACKS * (Samples.MOST_FRAMES + 4));
    }
}
