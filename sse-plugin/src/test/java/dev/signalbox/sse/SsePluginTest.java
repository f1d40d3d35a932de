package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.Contribution;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.Setting;
import dev.signalbox.api.UpdateSource;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsePluginTest {
    private final TextSettings settings = TextSettings.of();
    private final FakePluginContext context = new FakePluginContext(settings);
    private final SsePlugin plugin = new SsePlugin();

    @Test
    void isFoundByTheServiceLoaderAndSaysWhoItIs() {
        assertThat(ServiceLoader.load(ConsolePlugin.class)).hasAtLeastOneElementOfType(SsePlugin.class);
        assertThat(SsePlugin.class.getAnnotation(PluginDescriptor.class).id()).isEqualTo("sse");
    }

    @Test
    void contributesNothingUntilAnAddressIsSet() {
        plugin.start(context);
        assertThat(context.live).isEmpty();
        settings.change("url", "http://127.0.0.1:1/s");
        assertThat(context.live).extracting(Contribution::id).containsExactly("orders");
    }

    @Test
    void saysFromTheStartWhatItNeedsToConnect() {
        plugin.start(context);
        assertThat(context.setups).hasSize(1);
    }

    @Test
    void contributesAtStartWhenAnAddressIsSet() {
        settings.change("url", "http://127.0.0.1:1/s");
        plugin.start(context);
        assertThat(context.live).singleElement().isInstanceOf(UpdateSource.class);
    }

    @Test
    void anyChangeMakesANewSource() {
        settings.change("url", "http://127.0.0.1:1/s");
        plugin.start(context);
        for (String[] change : List.of(
                new String[] {"url", "http://127.0.0.1:1/t"},
                new String[] {"snapshot", "http://127.0.0.1:1/o"},
                new String[] {"orders", "a,b"},
                new String[] {"header", "X-Key: 1"},
                new String[] {"token", "secret"},
                new String[] {"connect-timeout", "1s"},
                new String[] {"idle-timeout", "0"},
                new String[] {"settled-states", "GONE"},
                new String[] {"settled-statuses", "DONE"},
                new String[] {"close-when-settled", "false"},
                new String[] {"max-event-size", "64"})) {
            Contribution before = context.live.get(0);
            settings.change(change);
            assertThat(context.live).as(change[0]).hasSize(1).doesNotContain(before);
        }
    }

    @Test
    void severalSettingsChangedTogetherMakeOneNewSource() {
        plugin.start(context);
        settings.change("url", "http://127.0.0.1:1/s", "snapshot", "http://127.0.0.1:1/o", "token", "t");
        Contribution first = context.live.get(0);
        settings.change("token", "t");
        assertThat(context.live).containsExactly(first);
    }

    @Test
    void theSourceGoesWithTheAddress() {
        settings.change("url", "http://127.0.0.1:1/s");
        plugin.start(context);
        settings.change("url", "");
        assertThat(context.live).isEmpty();
    }

    @Test
    void stoppingLeavesNothing() throws Exception {
        settings.change("url", "http://127.0.0.1:1/s");
        plugin.start(context);
        plugin.stop();
        context.closeOwned();
        assertThat(context.live).isEmpty();
        assertThat(settings.listeners()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/s", "example.com/s", "http:///s", "http://a b/", "file:/etc/passwd"})
    void anAddressIsHttpOrHttpsWithAHost(String text) {
        Setting<?> url = plugin.settings().get(0);
        assertThatThrownBy(() -> url.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an http or https address such as https://example.com/orders/stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "connect", "TRACE", "G E T", "GET\r\nX: 1", "ä"})
    void aMethodIsATokenWhoseAnswerCanBeAStream(String text) {
        assertThatThrownBy(() -> SseSettings.METHOD.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a method whose answer is a stream, such as GET or POST");
    }

    @Test
    void usualMethodsAreWrittenLargeAndOthersAreLeftAsTheyAre() {
        assertThat(SseSettings.METHOD.parse(" post ")).contains("POST");
        assertThat(SseSettings.METHOD.parse("Report")).contains("Report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n2", "1\r", "1\u0000"})
    void anEventIdToBeginAfterIsOneLine(String text) {
        assertThatThrownBy(() -> SseSettings.LAST_EVENT_ID.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the id of an event: one line without NUL");
    }

    @Test
    void whatMayHoldACredentialIsKeptSecretAndNeverPrinted() {
        assertThat(plugin.settings())
                .filteredOn(Setting::secret)
                .extracting(Setting::key)
                .containsExactly("header", "token");
        settings.change("url", "http://u:pw@127.0.0.1/s", "token", "pw", "header", "X: pw");
        assertThat(SseSettings.read(settings).toString()).doesNotContain("pw");
    }

    @Test
    void theDefaultsAreWhatTheGuideSays() {
        assertThat(plugin.settings())
                .extracting(setting -> setting.key() + "=" + setting.fallbackText())
                .containsExactly(
                        "url=",
                        "snapshot=",
                        "orders=",
                        "header=",
                        "token=",
                        "connect-timeout=10s",
                        "idle-timeout=5m",
                        "settled-states=SHIPPED,CANCELLED",
                        "settled-statuses=COMPLETED,FAILED",
                        "close-when-settled=true",
                        "max-event-size=16384",
                        "max-orders=200000",
                        "max-json-depth=100",
                        "max-text-length=1000000",
                        "method=",
                        "body=",
                        "last-event-id=",
                        "retry=",
                        "max-redirects=10",
                        "max-header-size=64",
                        "max-snapshot-size=64",
                        "snapshot-timeout=1m",
                        "max-held=100000");
    }
}
