package dev.signalbox.host.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    @Test
    void writesAHundredThousandRowsThatAnyReaderReads() throws IOException {
        Path file = folder.resolve("orders.csv");
        WholeFile.write(file, csv(MANY), new Progress());

        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF");
        List<List<String>> read = Rfc4180.read(text.substring(1));
        assertThat(read).hasSize(MANY + 1);
        assertThat(read.get(MANY)).containsExactly("ORD-" + (MANY - 1), "'=1+1");
        assertThat(left()).containsExactly("orders.csv");
    }

    @Test
    void whatIsCancelledHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, "old");
        Progress progress = new Progress();
        TextRows rows = new TextRows(
                MANY,
                "head",
                (text, row) -> {
                    text.append("a row that is long enough to be written before the end\n");
                    if (row == MANY / 2) {
                        progress.cancel();
                    }
                },
                "");

        assertThatThrownBy(() -> WholeFile.write(file, rows, progress)).isInstanceOf(CancellationException.class);
        assertThat(progress.done()).isEqualTo(MANY / 2 + 1);
        assertThat(file).hasContent("old");
        assertThat(left()).containsExactly("orders.csv");
    }

    @Test
    void aRowThatCannotBeMadeLeavesNothingBehind() {
        TextRows rows = new TextRows(
                MANY,
                "",
                (text, row) -> {
                    text.append("x".repeat(100));
                    if (row == MANY / 2) {
                        throw new IllegalStateException("broken row");
                    }
                },
                "");

        assertThatThrownBy(() -> WholeFile.write(folder.resolve("new.csv"), rows, new Progress()))
                .hasMessage("broken row");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidInWords() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        Path file = folder.resolve("orders.csv");
        Files.createSymbolicLink(file, full);

        assertThat(why(file))
                .isEqualTo(new WhyNotWritten("the disk is full", "Make room there, or choose another disk."));
        assertThat(left()).containsExactly("orders.csv");
    }

    @Test
    void aFolderThatIsNotThereIsSaidInWords() {
        assertThat(why(folder.resolve("gone").resolve("orders.csv")).cause()).isEqualTo("the folder does not exist");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaidInWords() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(closed), "this user may write everywhere");

        assertThat(why(closed.resolve("orders.csv")).cause()).isEqualTo("writing there is not allowed");
        assertThat(closed).isEmptyDirectory();
    }

    @Test
    void aFileThatMayNotBeWrittenStaysThoughItsFolderMay() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(file), "this user may write everything");

        assertThat(why(file).cause()).isEqualTo("writing there is not allowed");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFolderInTheWayIsSaidInWords() throws IOException {
        assertThat(why(Files.createDirectory(folder.resolve("orders.csv"))).cause())
                .isEqualTo("a folder has that name");
    }

    @Test
    void aNameThatIsTooLongIsSaidInWords() {
        assertThat(why(folder.resolve("x".repeat(300))).cause()).isEqualTo("the name is too long");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsReplacedKeepsItsPermissionsAndItsLinks() throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        WholeFile.write(link, csv(1), new Progress());

        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
        assertThat(Files.readString(file)).contains("ORD-0");
    }

    @Test
    void halfACharacterDoesNotStopTheOthers() throws IOException {
        Path file = folder.resolve("orders.csv");
        WholeFile.write(file, TextRows.csv(List.of("a"), 1, row -> List.of("x\uD800y")), new Progress());

        assertThat(Files.readAllBytes(file)).asString(StandardCharsets.UTF_8).endsWith("x?y\r\n");
    }

    private static WhyNotWritten why(Path file) {
        return WhyNotWritten.of(
                catchThrowableOfType(IOException.class, () -> WholeFile.write(file, csv(MANY), new Progress())));
    }

    private static TextRows csv(int count) {
        return TextRows.csv(List.of("order", "message"), count, row -> List.of("ORD-" + row, "=1+1"));
    }

    private List<String> left() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
