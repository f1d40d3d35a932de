package dev.signalbox.host.bench.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedClockTest {
    private final AtomicLong time = new AtomicLong(1_000);

    @Test
    void anAnswerBetweenAskingAndHearingIsTheSameClock() throws IOException {
        SharedClock clock = SharedClock.compare(() -> time.addAndGet(50), () -> time.addAndGet(50));

        assertThat(clock).isEqualTo(new SharedClock(0, 0));
        assertThat(clock.words()).isEqualTo("Both processes read the same clock.");
    }

    @Test
    void anotherClockIsPutRightAndSaidToBeUncertain() throws IOException {
        SharedClock clock = SharedClock.compare(() -> time.addAndGet(50) + 7_000_000, () -> time.addAndGet(50));

        assertThat(clock.aheadNanos()).isEqualTo(7_000_000);
        assertThat(clock.uncertainNanos()).isEqualTo(50);
        assertThat(clock.words()).contains("not read the same clock", "7.0 ms");
    }
}
