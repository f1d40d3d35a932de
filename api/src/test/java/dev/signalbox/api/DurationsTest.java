package dev.signalbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "45s, PT45S",
        "2m, PT2M",
        "1h, PT1H",
        "10 s, PT10S",
        "' 3M ', PT3M",
        "0, PT0S",
        "0s, PT0S",
        "PT1M30S, PT1M30S",
        "pt0.25s, PT0.25S",
        "999999999h, PT999999999H"
    })
    void readsWhatPeopleAndMachinesWrite(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5s", "PT-5S", "5d", "1.5s", "five", "9999999999s", "s", "PT"})
    void refusesTheRestWithOneSentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("expected a duration such as 500ms, 45s, 2m or 1h");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT0.5S,500ms", "PT1.5S,1500ms", "PT45S,45s", "PT90S,90s", "PT2M,2m", "PT60M,1h", "PT61M,61m"
    })
    void writesTheLargestWholeUnit(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }
}
