package dev.signalbox.host.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {
    private static final List<String> KEYS = List.of(
            "console.theme",
            "console.reconnect-delay",
            "sse.url",
            "sse.orders",
            "sse.header",
            "sse.idle-timeout",
            "demo",
            "help",
            "plugins",
            "SIGNALBOX_SSE_HEADER",
            "SIGNALBOX_SSE_URL");

    @ParameterizedTest
    @CsvSource({
        "sse.ulr, sse.url",
        "dmo, demo",
        "hlep, help",
        "plugin, plugins",
        "consle.theme, console.theme",
        "sse.idle-time-out, sse.idle-timeout",
        "sse.order, sse.orders",
        "SSE.URL, sse.url",
        "theme, console.theme",
        "SIGNALBOX_SSE_ULR, SIGNALBOX_SSE_URL"
    })
    void aSlipOfTheFingersOrAForgottenOwnerIsUnderstood(String given, String meant) {
        assertThat(DidYouMean.hint(given, KEYS)).isEqualTo("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ab", "sse.colour", "SIGNALBOX_SSE_COLOUR", "tick.period"})
    void whatIsLikeNothingIsNotGuessedAt(String given) {
        assertThat(DidYouMean.hint(given, KEYS)).isEqualTo("See --help.");
    }

    @Test
    void ofEquallyNearKeysTheFirstIsTaken() {
        assertThat(DidYouMean.hint("port-c", List.of("port-b", "port-a"))).isEqualTo("Did you mean port-b?");
    }

    @Property(tries = 200)
    void countingSlipsGivesNoneForEqualWordsAndTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(DidYouMean.slips(one, one)).isZero();
        assertThat(DidYouMean.slips(one, other))
                .isEqualTo(DidYouMean.slips(other, one))
                .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
    }
}
