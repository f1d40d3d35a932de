package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Problem;
import dev.signalbox.host.settings.HostSettings;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProblemLogTest {
    private final DirectBus bus = new DirectBus();
    private final GivenSettings settings = new GivenSettings();
    private final ProblemLog log = new ProblemLog(bus, settings);

    @BeforeEach
    void start() {
        log.start();
    }

    private static Problem problem(String doing, String cause, long second) {
        return new Problem("sse/orders", doing, cause, "wait", at(second));
    }

    @Test
    void groupsProblemsAlikeInSourceAndDoingAndKeepsTheLatestCause() {
        bus.publish(problem("connecting", "refused", 1), problem("connecting", "timed out", 2));
        assertThat(log.all()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(2);
            assertThat(group.first()).isEqualTo(at(1));
            assertThat(group.last()).isEqualTo(at(2));
            assertThat(group.latest().cause()).isEqualTo("timed out");
        });
    }

    @Test
    void keepsTheSameDoingOfTwoSourcesApart() {
        bus.publish(problem("connecting", "refused", 1), new Problem("sse/us", "connecting", "refused", "wait", at(1)));
        assertThat(log.size()).isEqualTo(2);
    }

    @Test
    void showsTheGroupWithTheNewestProblemFirst() {
        bus.publish(problem("connecting", "refused", 1), problem("reading", "no JSON", 2));
        bus.publish(problem("connecting", "refused", 3));
        assertThat(log.all()).extracting(group -> group.latest().doing()).containsExactly("connecting", "reading");
    }

    @Test
    void dropsTheGroupThatWasQuietLongestAndCountsIt() {
        settings.with(HostSettings.PROBLEMS_MOST, 2);
        bus.publish(problem("a", "x", 1), problem("b", "x", 2), problem("a", "x", 3), problem("c", "x", 4));
        assertThat(log.all()).extracting(group -> group.latest().doing()).containsExactly("c", "a");
        assertThat(log.dropped()).isEqualTo(1);
    }

    @Test
    void isEmptyAndHasDroppedNothingOnceCleared() {
        settings.with(HostSettings.PROBLEMS_MOST, 1);
        bus.publish(problem("a", "x", 1), problem("b", "x", 2));
        log.clear();
        assertThat(log.size()).isZero();
        assertThat(log.dropped()).isZero();
    }

    @Test
    void tellsEachChangeOncePerBatch() {
        AtomicInteger changes = new AtomicInteger();
        log.onChange(changes::incrementAndGet);
        bus.publish(problem("a", "x", 1), problem("b", "x", 2));
        assertThat(changes).hasValue(1);
    }
}
