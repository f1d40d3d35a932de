package dev.signalbox.host.settings;

import static dev.signalbox.host.settings.Samples.read;
import static dev.signalbox.host.settings.Samples.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReadingTest {
    @TempDir
    Path directory;

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = file("sse.url=file\nsse.rows=1\nsse.idle-timeout=1s");
        SettingsReading reading = read(
                Map.of("sse.url", "flag"), Map.of("SIGNALBOX_SSE_URL", "variable", "SIGNALBOX_SSE_ROWS", "2"), file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.given())
                .containsOnly(
                        Map.entry("sse.url", "flag"), Map.entry("sse.rows", "2"), Map.entry("sse.idle-timeout", "1s"));
    }

    @Test
    void whatNobodyGaveIsLeftToTheFallback() {
        SettingsReading reading = read(Map.of(), Map.of("PATH", "/bin"), directory.resolve("none.properties"));

        assertThat(reading.given()).isEmpty();
        assertThat(reading.filed()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void unknownKeysAreErrorsInAllThreePlacesEachWithAHint() throws IOException {
        SettingsReading reading =
                read(Map.of("sse.row", "1"), Map.of("SIGNALBOX_SSE_ULR", "x"), file("console.theem=dark"));

        assertThat(sentences(reading))
                .containsExactly(
                        "settings.properties: console.theem: there is no such setting. Did you mean console.theme?",
                        "SIGNALBOX_SSE_ULR: no setting has this variable. Did you mean SIGNALBOX_SSE_URL?",
                        "--sse.row: there is no such setting. Did you mean sse.rows?");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() throws IOException {
        SettingsReading reading = read(
                Map.of("console.theme", "pink"),
                Map.of("SIGNALBOX_SSE_IDLE_TIMEOUT", "soon"),
                file("sse.rows=11\nsse.token=t\nnodot=1"));

        assertThat(sentences(reading))
                .containsExactly(
                        "settings.properties: nodot: there is no such setting. See --help.",
                        "settings.properties: sse.rows: '11' cannot be used: expected a whole number from 1 to 10.",
                        "SIGNALBOX_SSE_IDLE_TIMEOUT: 'soon' cannot be used: expected a duration such as 500ms, 45s, 2m or"
                                + " 1h.",
                        "--console.theme: 'pink' cannot be used: expected one of light, dark.");
    }

    @Test
    void aValueThatLosesToABetterOneIsCheckedAllTheSame() throws IOException {
        SettingsReading reading = read(Map.of("sse.rows", "3"), Map.of(), file("sse.rows=many"));

        assertThat(sentences(reading)).singleElement().asString().startsWith("settings.properties: sse.rows");
    }

    @Test
    void settingsOfPluginsNotInstalledAreKeptAndTold() throws IOException {
        SettingsReading reading = read(Map.of(), Map.of(), file("tick.period=5s\nws.url=x\nsse.url=y"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.strangers()).containsExactly("tick.period", "ws.url");
        assertThat(reading.filed()).containsEntry("tick.period", "5s").containsEntry("ws.url", "x");
        assertThat(reading.given()).doesNotContainKeys("tick.period", "ws.url");
    }

    @Test
    void aMistypedOwnerIsAMistakeAndNoStranger() throws IOException {
        SettingsReading reading = read(Map.of(), Map.of(), file("sze.url=x"));

        assertThat(reading.strangers()).isEmpty();
        assertThat(sentences(reading))
                .containsExactly("settings.properties: sze.url: there is no such setting. Did you mean sse.url?");
    }

    @Test
    void aRequiredSettingThatIsMissingIsTold() {
        SettingsReading reading = SettingsReading.read(
                SettingsCatalog.ofHost().with("safe", List.of(Samples.PIN)),
                Map.of(),
                Map.of(),
                SettingsFiles.of(directory.resolve("settings.properties")));

        assertThat(sentences(reading)).containsExactly("--safe.pin: it is required and missing. Give it a value.");
    }

    @Test
    void aRequiredSettingThatIsGivenWronglyIsToldOnceWhereverItWasGiven() {
        SettingsReading reading = SettingsReading.read(
                SettingsCatalog.ofHost().with("safe", List.of(Samples.PIN)),
                Map.of(),
                Map.of("SIGNALBOX_SAFE_PIN", "x1y2"),
                SettingsFiles.of(directory.resolve("settings.properties")));

        assertThat(sentences(reading)).containsExactly("SIGNALBOX_SAFE_PIN: the value cannot be used.");
    }

    @Test
    void theValueOfASecretIsNeverToldNotEvenInThePluginsOwnSentence() {
        SettingsReading reading = SettingsReading.read(
                SettingsCatalog.ofHost().with("safe", List.of(Samples.PIN)),
                Map.of("safe.pin", "hunter2"),
                Map.of("SIGNALBOX_SAFE_PIN", " hunter3 "),
                SettingsFiles.of(directory.resolve("settings.properties")));

        assertThat(sentences(reading)).hasSize(2).noneMatch(sentence -> sentence.contains("hunter"));
    }

    @Test
    void aSecretIsReadFromItsOwnFile() throws IOException {
        Path file = file("sse.url=x");
        Files.writeString(directory.resolve("settings.secrets.properties"), "sse.token=s3cret\nsse.rows=99");
        SettingsReading reading = read(Map.of(), Map.of(), file);

        assertThat(reading.given()).containsEntry("sse.token", "s3cret");
        assertThat(sentences(reading)).singleElement().asString().startsWith("settings.secrets.properties: sse.rows: ");
    }

    @Test
    void damagedFilesAreAllNamed() throws IOException {
        Path file = file("sse.url=\\u12");
        Files.write(directory.resolve("settings.secrets.properties"), new byte[] {'a', '=', (byte) 0xff});
        SettingsReading reading = read(Map.of("sse.rows", "0"), Map.of(), file);

        assertThat(sentences(reading))
                .hasSize(3)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("settings.properties: " + file + " cannot be read: ")
                        .endsWith("Mend the file or move it away."))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("settings.secrets.properties: ")
                        .contains("it is not UTF-8 text."))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("--sse.rows: "));
    }

    @Test
    void anOversizedFileIsNamedAndNotRead() throws IOException {
        Path file = file("#".repeat((1 << 20) + 1));

        assertThat(sentences(read(Map.of(), Map.of(), file)))
                .singleElement()
                .asString()
                .contains(file + " is larger than a settings file can be");
    }

    @Test
    void aDirectoryInThePlaceOfTheFileIsNamed() throws IOException {
        Path file = Files.createDirectory(directory.resolve("settings.properties"));

        assertThat(sentences(read(Map.of(), Map.of(), file)))
                .singleElement()
                .asString()
                .contains(file + " cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("settings.properties"), text);
    }
}
