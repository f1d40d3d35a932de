package dev.signalbox.host.settings;

import static dev.signalbox.host.settings.Samples.CATALOG;
import static dev.signalbox.host.settings.Samples.IDLE;
import static dev.signalbox.host.settings.Samples.ROWS;
import static dev.signalbox.host.settings.Samples.TOKEN;
import static dev.signalbox.host.settings.Samples.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path directory;

    private final List<Object> told = new ArrayList<>();

    @Test
    void whatTheOperatorChoseWinsOverWhatWasGivenAndThatOverTheFallback() throws Exception {
        SettingsStore store = store(Map.of("sse.url", "given", "sse.rows", "2"), "");
        Settings sse = store.of("sse");

        onEdt(() -> store.choose(Map.of("sse.url", "chosen")));

        assertThat(sse.get(URL)).isEqualTo("chosen");
        assertThat(sse.get(ROWS)).isEqualTo(2);
        assertThat(sse.get(IDLE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(store.text("sse.url")).isEqualTo("chosen");
        assertThat(store.text("sse.idle-timeout")).isEqualTo("1m");
        assertThat(store.given("sse.rows")).isTrue();
        assertThat(store.given("sse.idle-timeout")).isFalse();
    }

    @Test
    void anOverlayHidesEverythingOfItsOwnerAboveAllTheToken() throws Exception {
        SettingsStore store = store(Map.of("sse.url", "mine", "sse.rows", "2", "sse.token", "s3cret"), "");
        Settings sse = store.of("sse");

        onEdt(() -> store.overlay("sse", Map.of("sse.url", "demo")));

        assertThat(sse.get(URL)).isEqualTo("demo");
        assertThat(sse.get(TOKEN)).isEmpty();
        assertThat(sse.get(ROWS)).isEqualTo(5);
        assertThat(store.text("sse.token")).isEmpty();
        assertThat(store.given("sse.token")).isFalse();

        onEdt(() -> store.removeOverlay("sse"));

        assertThat(sse.get(URL)).isEqualTo("mine");
        assertThat(sse.get(TOKEN)).hasValue("s3cret");
    }

    @Test
    void anOverlayMayBeLaidBeforeAnybodyListensAndNotAfter() {
        SettingsStore store = store(Map.of("sse.url", "mine", "sse.token", "s3cret"), "");
        store.beginWithOverlay("sse", Map.of("sse.url", "demo"));
        store.of("sse").onChange(URL, told::add);

        assertThat(store.of("sse").get(URL)).isEqualTo("demo");
        assertThat(store.of("sse").get(TOKEN)).isEmpty();
        assertThatThrownBy(() -> store.beginWithOverlay("sse", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("listens already");
        assertThat(told).isEmpty();
    }

    @Test
    void anOverlayLeavesOtherOwnersAlone() throws Exception {
        SettingsStore store = store(Map.of("console.theme", "dark"), "");

        onEdt(() -> store.overlay("sse", Map.of("sse.url", "demo")));

        assertThat(store.of("console").get(HostSettings.THEME)).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void whatIsChosenUnderAnOverlayHoldsOnceItIsGoneAndTheOverlayIsNeverKept() throws Exception {
        SettingsStore store = store(Map.of(), "");

        onEdt(() -> store.overlay("sse", Map.of("sse.url", "demo")));
        onEdt(() -> store.choose(Map.of("sse.url", "chosen")));
        assertThat(store.of("sse").get(URL)).isEqualTo("demo");
        onEdt(() -> store.removeOverlay("sse"));

        assertThat(store.of("sse").get(URL)).isEqualTo("chosen");
        assertThat(file()).content().contains("sse.url=chosen").doesNotContain("demo");
    }

    @Test
    void listenersAreToldOnceOnTheEdtWithAllValuesInPlace() throws Exception {
        SettingsStore store = store(Map.of(), "");
        Settings sse = store.of("sse");
        sse.onChange(URL, now -> told.add(now + " " + sse.get(ROWS) + " " + EventQueue.isDispatchThread()));
        sse.onChange(ROWS, now -> told.add(now + " " + sse.get(URL) + " " + EventQueue.isDispatchThread()));

        onEdt(() -> store.choose(Map.of("sse.url", "x", "sse.rows", "7")));

        assertThat(told).containsExactly("x 7 true", "7 x true");
    }

    @Test
    void listenersAreNotToldOfAnotherTextForTheSameValue() throws Exception {
        SettingsStore store = store(Map.of("sse.rows", "7"), "");
        store.of("sse").onChange(IDLE, told::add);
        store.of("sse").onChange(ROWS, told::add);
        store.of("sse").onChange(URL, told::add);

        onEdt(() -> store.choose(Map.of("sse.idle-timeout", "60s", "sse.rows", " 7 ")));
        onEdt(() -> store.overlay("sse", Map.of("sse.idle-timeout", "1m", "sse.rows", "7", "sse.url", "nowhere")));
        onEdt(() -> store.removeOverlay("sse"));

        assertThat(told).isEmpty();
    }

    @Test
    void overlaysTellWhatTheyChangeBothWays() throws Exception {
        SettingsStore store = store(Map.of("sse.token", "s3cret"), "");
        store.of("sse").onChange(TOKEN, told::add);

        onEdt(() -> store.overlay("sse", Map.of()));
        onEdt(() -> store.removeOverlay("sse"));

        assertThat(told).hasToString("[Optional.empty, Optional[s3cret]]");
    }

    @Test
    void aClosedListenerHearsNothingMoreNotEvenWhenClosedByAnotherInTheSameChange() throws Exception {
        SettingsStore store = store(Map.of(), "");
        List<Subscription> second = new ArrayList<>();
        store.of("sse").onChange(URL, now -> second.forEach(Subscription::close));
        second.add(store.of("sse").onChange(URL, told::add));

        onEdt(() -> store.choose(Map.of("sse.url", "x")));
        onEdt(() -> store.choose(Map.of("sse.url", "y")));

        assertThat(told).isEmpty();
    }

    @Test
    void closingTwiceClosesNobodyElse() throws Exception {
        SettingsStore store = store(Map.of(), "");
        Consumer<Object> same = told::add;
        Subscription first = store.of("sse").onChange(URL, same);
        store.of("sse").onChange(URL, same);
        first.close();
        first.close();

        onEdt(() -> store.choose(Map.of("sse.url", "x")));

        assertThat(told).containsExactly("x");
    }

    @Test
    void aListenerThatThrowsStopsNobodyAndTheChangeIsKept() throws Exception {
        SettingsStore store = store(Map.of(), "");
        store.of("sse").onChange(URL, now -> {
            throw new NoClassDefFoundError("gone");
        });
        store.of("sse").onChange(URL, told::add);

        onEdt(() -> store.choose(Map.of("sse.url", "x")));

        assertThat(told).containsExactly("x");
        assertThat(file()).content().contains("sse.url=x");
    }

    @Test
    void changesAreRefusedOffTheEdt() {
        SettingsStore store = store(Map.of(), "");

        assertThatIllegalStateException().isThrownBy(() -> store.choose(Map.of("sse.url", "x")));
        assertThatIllegalStateException().isThrownBy(() -> store.overlay("sse", Map.of()));
        assertThatIllegalStateException().isThrownBy(() -> store.removeOverlay("sse"));
        assertThat(store.of("sse").get(URL)).isEqualTo("nowhere");
        assertThat(file()).doesNotExist();
    }

    @Test
    void settingsNotDeclaredAreRefusedByName() {
        SettingsStore store = store(Map.of(), "");
        Setting<String> stranger = Setting.text("stranger", "Stranger", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.of("sse").get(stranger))
                .withMessage("sse.stranger was not declared by its owner");
        assertThatIllegalArgumentException().isThrownBy(() -> store.of("sse").onChange(stranger, told::add));
        assertThatIllegalArgumentException().isThrownBy(() -> store.choose(Map.of("sse.stranger", "x")));
    }

    @Test
    void anUnreadableTextChangesNothing() throws Exception {
        SettingsStore store = store(Map.of(), "");
        store.of("sse").onChange(URL, told::add);

        onEdt(() -> assertThatIllegalArgumentException()
                .isThrownBy(() -> store.choose(Map.of("sse.url", "x", "sse.rows", "many"))));

        assertThat(told).isEmpty();
        assertThat(store.of("sse").get(URL)).isEqualTo("nowhere");
    }

    @Test
    void aRequiredSettingWithoutAValueIsNamed() {
        SettingsCatalog catalog = SettingsCatalog.ofHost().with("safe", List.of(Samples.PIN));
        SettingsReading nothing = new SettingsReading(Map.of(), Map.of(), List.of(), List.of());
        SettingsStore store = new SettingsStore(catalog, nothing, SettingsFiles.of(file()));

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> store.of("safe").get(Samples.PIN))
                .withMessage("safe.pin is required and has no value");
    }

    @Test
    void candidatesAreTriedOutWithoutChangingAnything() {
        SettingsStore store = store(Map.of("sse.rows", "2"), "");
        Settings candidate = store.candidate("sse", Map.of("sse.url", "x"));

        assertThat(candidate.get(URL)).isEqualTo("x");
        assertThat(candidate.get(ROWS)).isEqualTo(2);
        assertThat(store.of("sse").get(URL)).isEqualTo("nowhere");
    }

    @Test
    void keepingAChangeKeepsTheRestOfTheFilesAndMovesSecretsOutOfTheOpenOne() throws Exception {
        SettingsStore store = store(Map.of("sse.rows", "2"), "tick.period=5s\nsse.token=s3cret\n");

        onEdt(() -> store.choose(Map.of("sse.url", "x")));

        Path secrets = SettingsFiles.of(file()).secrets();
        assertThat(SettingsFiles.read(file())).containsOnly(Map.entry("tick.period", "5s"), Map.entry("sse.url", "x"));
        assertThat(SettingsFiles.read(secrets)).containsOnly(Map.entry("sse.token", "s3cret"));
    }

    @Test
    void aChangeThatCannotBeKeptHoldsForThisRunAndIsSaid() throws Exception {
        SettingsStore store = store(Map.of(), "");
        Files.createDirectories(file().resolve("in the way"));

        onEdt(() -> assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.choose(Map.of("sse.url", "x")))
                .withMessageContaining("settings.properties"));

        assertThat(store.of("sse").get(URL)).isEqualTo("x");
    }

    private SettingsStore store(Map<String, String> flags, String filed) {
        try {
            if (!filed.isEmpty()) {
                Files.writeString(file(), filed);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        SettingsReading reading = Samples.read(flags, Map.of(), file());
        assertThat(reading.problems()).isEmpty();
        return new SettingsStore(CATALOG, reading, SettingsFiles.of(file()));
    }

    private Path file() {
        return directory.resolve("settings.properties");
    }

    private interface Task {
        void run() throws Exception;
    }

    private static void onEdt(Task task) throws InterruptedException {
        try {
            EventQueue.invokeAndWait(() -> {
                try {
                    task.run();
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            });
        } catch (InvocationTargetException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
