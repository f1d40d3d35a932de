package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkUpdate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FailureWordsTest {
    private final FailureWords words = new FailureWords(new Times(() -> at(300), ZoneOffset.UTC, Locale.UK));

    @Test
    void countsWhatStandsFailedAndWhatRecovered() {
        assertThat(FailureWords.counts(0, 0)).isEqualTo("No failures");
        assertThat(FailureWords.counts(2, 0)).isEqualTo("2 failed");
        assertThat(FailureWords.counts(1, 1)).isEqualTo("1 failed, 1 recovered");
        assertThat(FailureWords.counts(0, 3)).isEqualTo("3 recovered");
    }

    @Test
    void sumsUpASettledWatch() {
        assertThat(words.summary(Orders.settled(12, 2), false)).isEqualTo("12 orders settled, 2 failed (12:01:00)");
        assertThat(words.summary(Orders.settled(1, 0), true))
                .isEqualTo("sse/orders: 1 order settled, none failed (12:01:00)");
    }

    @Test
    void saysWhatWeWereDoingWhyItFailedAndWhatToDo() {
        Failure failure = Failure.of(failed("ORD-1", "no stock", 1)).after(failed("ORD-1", "payment refused", 2));
        assertThat(words.doing(failure))
                .isEqualTo("Following order ORD-1. It failed twice, last at 12:00:02, in state CANCELLED.");
        assertThat(FailureWords.why(failure)).isEqualTo("payment refused");
        assertThat(words.next(failure)).startsWith("No further update is expected.");
    }

    @Test
    void tellsToWaitWhileAFailedOrderMayStillMove() {
        OrderEvent event = new OrderEvent("s", "ORD-1", "PROCESSING", "FAILED", "", false, true, at(0));
        assertThat(words.next(Failure.of(event))).startsWith("It may still move");
        assertThat(FailureWords.why(Failure.of(event))).isEqualTo("The server gave no reason; the status is FAILED.");
    }

    @Test
    void tellsThatNothingIsToBeDoneForARecoveredOrder() {
        Failure failure = Failure.of(failed("ORD-1", "no stock", 1)).after(moving("ORD-1", 2));
        assertThat(FailureWords.status(failure)).isEqualTo("recovered");
        assertThat(words.next(failure)).startsWith("Nothing: it moved again at 12:00:02 and is now PROCESSING");
    }

    @Test
    void takesBracesAndMarkupFromOutsideAsTheyAre() {
        Failure failure = Failure.of(failed("{0}", "<html>{1}", 1));
        assertThat(words.doing(failure)).startsWith("Following order {0}.");
        assertThat(words.lines(List.of(failure))).contains("<html>{1}");
    }

    @Test
    void showsEveryFieldAndOutsideNamesCannotHideOurs() {
        WorkUpdate job = WorkUpdate.failed("jobs/main", "jobs", "J1", "boom").withDetails(Map.of("Source", "forged"));
        assertThat(words.raw(Failure.of(job))).contains("Source: jobs/main", "Source: forged", "Id: J1");
        assertThat(words.doing(Failure.of(job))).startsWith("Following J1 (jobs).");
    }

    @Test
    void copiesOneLineForEachFailure() {
        Failure failure = Failure.of(failed("ORD-1", "two\nlines", 1));
        assertThat(words.lines(List.of(failure, failure)).lines()).hasSize(2);
        assertThat(words.lines(List.of(failure)))
                .isEqualTo("ORD-1 failed once, last at 12:00:01: two ⏎ lines [CANCELLED, FAILED; sse/orders]");
    }
}
