package dev.signalbox.host.bench.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void aShareOfTheTimesIsNoLonger() {
        Delays delays = new Delays();
        for (int millis = 2_000; millis >= 1; millis--) {
            delays.add(millis * 1_000_000L);
        }

        assertThat(delays.millis(0.5)).isEqualTo(1_000);
        assertThat(delays.millis(0.99)).isEqualTo(1_980);
        assertThat(delays.millis(1)).isEqualTo(2_000);
    }

    @Test
    void oneMoreIsSortedInToo() {
        Delays delays = new Delays();
        delays.add(5_000_000);
        assertThat(delays.millis(1)).isEqualTo(5);
        delays.add(1_000_000);
        assertThat(delays.millis(0)).isEqualTo(1);
        assertThat(Delays.of(delays, delays, new Delays()).count()).isEqualTo(4);
    }

    @Test
    void withoutTimesThereIsNoNumber() {
        assertThat(new Delays().millis(0.99)).isNaN();
    }
}
