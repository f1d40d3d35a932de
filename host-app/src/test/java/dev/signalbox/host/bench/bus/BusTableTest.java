package dev.signalbox.host.bench.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BusTableTest {

    @Test
    void theRatioIsThatToGuavaWithAsManySubscribersAndAMissedTargetIsSaid() {
        String table = BusTable.of(List.of(
                new Cost("signalbox", 1, 10, 0.5, 30, 7),
                new Cost("signalbox", 10, 61, 0.5, 100, 7),
                new Cost("guava", 1, 100, 1, 100, 360),
                new Cost("guava", 10, 244, 1, 244, 576)));

        assertThat(table)
                .contains("| 1 | signalbox | 10.0 | 0.5 | 30.0 | 7 | 10.0 × |")
                .contains("| 10 | signalbox | 61.0 | 0.5 | 100.0 | 7 | 4.0 × |")
                .contains("| publish, 1 subscriber, ns an event | 20 | 10.0 | yes |")
                .contains("| publish, 10 subscribers, ns an event | 60 | 61.0 | NO |");
    }
}
