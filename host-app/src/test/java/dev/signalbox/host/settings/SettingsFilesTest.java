package dev.signalbox.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
    @TempDir
    Path directory;

    @Test
    void theSecretsLieBesideTheSettings() {
        SettingsFiles files = SettingsFiles.of(Path.of("mine.properties"));

        assertThat(files.settings()).isAbsolute();
        assertThat(files.secrets()).isEqualTo(files.settings().resolveSibling("mine.secrets.properties"));
        assertThat(SettingsFiles.of(Path.of("/a/conf")).secrets()).hasFileName("conf.secrets.properties");
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgainWhateverItsCharacters(@ForAll("texts") Map<String, String> values) throws IOException {
        Path place = Files.createTempDirectory("settings");
        try {
            SettingsFiles files = SettingsFiles.of(place.resolve("settings.properties"));
            files.write(values, values);

            assertThat(SettingsFiles.read(files.settings())).isEqualTo(values);
            assertThat(SettingsFiles.read(files.secrets())).isEqualTo(values);
        } finally {
            Files.deleteIfExists(place.resolve("settings.properties"));
            Files.deleteIfExists(place.resolve("settings.secrets.properties"));
            Files.delete(place);
        }
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        Arbitrary<String> unusual = Arbitraries.strings()
                .withChars(" \t\n\r\f\\=:#!\"'\0\u0085\u2028\u00e4\u20ac\ufeff")
                .withCharRange('a', 'e')
                .ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(12)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        Arbitrary<String> emoji = Arbitraries.of("\uD83D\uDE82", "a\uD83D\uDE82b");
        Arbitrary<String> texts = Arbitraries.oneOf(unusual, any, emoji);
        return Arbitraries.maps(texts, texts).ofMaxSize(5);
    }

    @Test
    void theFileChangesOnlyWhereAValueDid() throws IOException {
        SettingsFiles files = files();
        files.write(Map.of("b.b", "2", "a.a", "1"), Map.of());
        List<String> before = Files.readAllLines(files.settings());
        files.write(Map.of("a.a", "1", "b.b", "3"), Map.of());

        assertThat(before).last().isEqualTo("b.b=2");
        assertThat(before.subList(1, 3)).containsExactly("a.a=1", "b.b=2");
        assertThat(Files.readAllLines(files.settings())).containsExactly(before.get(0), "a.a=1", "b.b=3");
    }

    @Test
    void missingDirectoriesAreMadeAndNothingElseIsLeftBehind() throws IOException {
        SettingsFiles files = SettingsFiles.of(directory.resolve("a/b/settings.properties"));
        files.write(Map.of("a.a", "1"), Map.of());

        assertThat(list(directory.resolve("a/b"))).containsExactly("settings.properties");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions to look at")
    void onlyTheUserMayReadTheSecretsFromItsFirstMoment() throws IOException {
        SettingsFiles files = files();
        Files.writeString(files.secrets(), "sse.token=old");
        Files.setPosixFilePermissions(files.secrets(), PosixFilePermissions.fromString("rw-r--r--"));
        files.write(Map.of(), Map.of("sse.token", "new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void theLastSecretLeavesAnEmptyFile() throws IOException {
        SettingsFiles files = files();
        files.write(Map.of(), Map.of("sse.token", "s3cret"));
        files.write(Map.of(), Map.of());

        assertThat(files.secrets()).content().doesNotContain("s3cret");
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFilesAsTheyWere() throws IOException {
        SettingsFiles files = files();
        files.write(Map.of("sse.url", "old"), Map.of("sse.token", "old"));

        // half of a pair has no UTF-8, so that writing breaks off as on a full disk
        assertThatIOException().isThrownBy(() -> files.write(Map.of("sse.url", "new"), Map.of("sse.token", "\uD83D")));

        assertThat(SettingsFiles.read(files.settings())).containsOnly(Map.entry("sse.url", "old"));
        assertThat(SettingsFiles.read(files.secrets())).containsOnly(Map.entry("sse.token", "old"));
        assertThat(list(directory)).containsExactly("settings.properties", "settings.secrets.properties");
    }

    @Test
    void aSecretOnItsWayOutOfTheOpenFileStaysThereUntilItIsSafe() throws IOException {
        SettingsFiles files = files();
        Files.writeString(files.settings(), "sse.token=s3cret");
        Files.createDirectories(files.secrets().resolve("in the way"));

        assertThatIOException()
                .isThrownBy(() -> files.write(Map.of("sse.url", "new"), Map.of("sse.token", "s3cret")))
                .withMessageContaining("settings.secrets.properties");
        assertThat(files.settings()).hasContent("sse.token=s3cret");
    }

    @Test
    void aDirectoryInThePlaceOfTheFileIsLeftAlone() throws IOException {
        SettingsFiles files = files();
        Files.createDirectories(files.settings().resolve("in the way"));

        assertThatIOException().isThrownBy(() -> files.write(Map.of("sse.url", "new"), Map.of()));
        assertThat(list(directory)).containsExactly("settings.properties");
        assertThat(files.settings().resolve("in the way")).isDirectory();
    }

    private SettingsFiles files() {
        return SettingsFiles.of(directory.resolve("settings.properties"));
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
