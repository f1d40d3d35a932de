package dev.signalbox.host.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsCatalogTest {

    @Test
    void aVariableIsTheKeyInCapitals() {
        assertThat(SettingsCatalog.variable("sse.idle-timeout")).isEqualTo("SIGNALBOX_SSE_IDLE_TIMEOUT");
    }

    @Test
    void settingsStandInTheOrderOfTheirOwners() {
        SettingsCatalog catalog = Samples.CATALOG;

        assertThat(catalog.keys()).first().isEqualTo("console.theme");
        assertThat(List.copyOf(catalog.keys())).endsWith("sse.url", "sse.idle-timeout", "sse.rows", "sse.token");
        assertThat(catalog.find("sse.url")).contains(Samples.URL);
        assertThat(catalog.find("url")).isEmpty();
        assertThat(catalog.knowsPrefix("sse")).isTrue();
        assertThat(catalog.knowsPrefix("ss")).isFalse();
    }

    @Test
    void everySettingOfTheConsoleIsListedOnceAndReadsItsOwnFallback() {
        assertThat(HostSettings.all())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(SettingsCatalog.ofHost().keys())
                .allSatisfy(setting -> assertThat((Object) setting.parse(setting.fallbackText()))
                        .isEqualTo(setting.fallback().orElseThrow()));
    }
}
