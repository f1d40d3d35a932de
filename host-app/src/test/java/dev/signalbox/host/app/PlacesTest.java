package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ann");
    private static final Path INSTALLED = Path.of("/opt/signalbox");

    @Test
    void onLinuxThingsLieWhereXdgPutsThem() {
        Places places = places(Map.of(), "Linux");

        assertThat(places.settings()).isEqualTo(HOME.resolve(".config/signalbox/settings.properties"));
        assertThat(places.window()).isEqualTo(HOME.resolve(".local/state/signalbox/window.properties"));
        assertThat(places.logs()).isEqualTo(HOME.resolve(".local/state/signalbox/logs"));
        assertThat(places.plugins()).isEqualTo(INSTALLED.resolve("plugins"));
    }

    @Test
    void onLinuxTheEnvironmentMovesThem() {
        Places places = places(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s"), "Linux");

        assertThat(places.settings()).isEqualTo(Path.of("/c/signalbox/settings.properties"));
        assertThat(places.logs()).isEqualTo(Path.of("/s/signalbox/logs"));
    }

    @Test
    void aRelativeOrEmptyDirectoryCountsAsNotSet() {
        Places places = places(Map.of("XDG_CONFIG_HOME", "c", "XDG_STATE_HOME", ""), "Linux");

        assertThat(places).isEqualTo(places(Map.of(), "Linux"));
    }

    @Test
    void onAMacThingsLieInTheLibrary() {
        Places places = places(Map.of("XDG_CONFIG_HOME", "/c"), "Mac OS X");

        assertThat(places.settings())
                .isEqualTo(HOME.resolve("Library/Application Support/Signalbox/settings.properties"));
        assertThat(places.logs()).isEqualTo(HOME.resolve("Library/Application Support/Signalbox/logs"));
    }

    @Test
    void onWindowsTheyLieInTheApplicationData() {
        assertThat(places(Map.of(), "Windows 11").settings())
                .isEqualTo(HOME.resolve("AppData/Roaming/Signalbox/settings.properties"));
        assertThat(places(Map.of("LOCALAPPDATA", "/local"), "Windows 11").window())
                .isEqualTo(Path.of("/local/Signalbox/window.properties"));
    }

    @Test
    void thePluginDirectoryCanBeAnother() {
        Places places = places(Map.of(), "Linux");

        assertThat(places.withPlugins(Path.of("/p")))
                .isEqualTo(new Places(places.settings(), places.window(), places.logs(), Path.of("/p")));
    }

    private static Places places(Map<String, String> environment, String system) {
        return Places.of(environment, HOME, system, INSTALLED);
    }
}
