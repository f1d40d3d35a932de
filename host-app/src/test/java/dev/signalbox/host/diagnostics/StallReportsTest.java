package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StallReportsTest {
    private final List<ConsoleEvent> published = new ArrayList<>();
    private final Stalls stalls = new Stalls();
    private final StallReports reports = new StallReports(stalls, new EventBus() {
        @Override
        public void publish(List<? extends ConsoleEvent> events) {
            published.addAll(events);
        }

        @Override
        public <E extends ConsoleEvent> Subscription subscribe(
                Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
            throw new AssertionError("it only publishes");
        }
    });

    @Test
    void aPluginThatHoldsTheWindowUpForASecondIsAProblemInItsName() {
        reports.ended(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(1200)));
        assertThat(published).singleElement().isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.source()).isEqualTo("plug-in Tick");
            assertThat(problem.cause()).isEqualTo("The window was held up 1.2 s by plug-in Tick");
        });
    }

    @Test
    void problemsOfOnePluginAreAlikeSoThatTheListCountsThem() {
        reports.ended(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(1200)));
        reports.ended(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(3400)));
        assertThat(published)
                .extracting(event -> ((Problem) event).source() + ((Problem) event).doing())
                .hasSize(2)
                .allMatch(key -> key.equals("plug-in Tickkeeping the window going"));
    }

    @Test
    void aShortStallAndOneOfTheConsoleStandInTheListAlone() {
        reports.ended(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(999)));
        reports.ended(Stacks.stall(Culprit.Kind.CONSOLE, "the console", Duration.ofSeconds(5)));
        reports.ended(Stacks.stall(Culprit.Kind.SYSTEM, "the system", Duration.ofSeconds(5)));
        assertThat(published).isEmpty();
        assertThat(stalls.newestFirst())
                .extracting(stall -> stall.culprit().name())
                .containsExactly("the system", "the console", "plug-in Tick");
    }

    @Test
    void oneThatHasNotEndedIsNotListed() {
        reports.began(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(250)));
        assertThat(stalls.newestFirst()).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void theListIsBoundedAndTheCountIsNot() {
        for (int i = 0; i < Stalls.MOST + 5; i++) {
            reports.ended(Stacks.stall(Culprit.Kind.CONSOLE, "the console", Duration.ofMillis(300 + i)));
        }
        assertThat(stalls.newestFirst()).hasSize(Stalls.MOST);
        assertThat(stalls.newestFirst().get(0).held()).isEqualTo(Duration.ofMillis(300 + Stalls.MOST + 4));
        assertThat(StallWords.count(stalls)).isEqualTo("The window was held up 105 times; the last 100 are kept");
    }
}
