package dev.signalbox.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles against the sources that ask them. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final Pattern ASKED = Pattern.compile("(?i)texts\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAPatternThatCanBeFilled(Path bundle) throws IOException {
        Properties texts = read(bundle);

        assertThat(texts).isNotEmpty().allSatisfy((key, text) -> {
            String filled = new MessageFormat((String) text, Locale.ENGLISH)
                    .format(Collections.nCopies(16, 2).toArray());
            assertThat(filled).as("%s", key).isNotBlank().doesNotContain("{");
        });
    }

    /** MessageFormat swallows a single one, and all that follows it stays as it is. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyApostropheIsWrittenTwice(Path bundle) throws IOException {
        assertThat(read(bundle).values())
                .allSatisfy(
                        text -> assertThat(((String) text).replace("''", "")).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextAskedForIsThere(Path bundle) throws IOException {
        Set<String> keys = read(bundle).stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        ASKED.matcher(sourceBeside(bundle)).results().forEach(asked -> {
            boolean whole = !asked.group(2).equals("+");
            boolean there =
                    keys.stream().anyMatch(key -> whole ? key.equals(asked.group(1)) : key.startsWith(asked.group(1)));
            if (!there) {
                missing.add(asked.group(1));
            }
        });

        assertThat(missing).isEmpty();
    }

    /** A key put together from parts is asked for when its beginning is a literal of the package. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextThatIsThereIsAskedFor(Path bundle) throws IOException {
        Set<String> literals = LITERAL.matcher(sourceBeside(bundle).replace("'\"'", ""))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());

        assertThat(read(bundle).stringPropertyNames())
                .filteredOn(key -> literals.stream()
                        .noneMatch(
                                literal -> literal.equals(key) || (literal.endsWith(".") && key.startsWith(literal))))
                .isEmpty();
    }

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String sourceBeside(Path bundle) throws IOException {
        Path directory = SOURCES.resolve(BUNDLES.relativize(bundle.getParent()).toString());
        try (Stream<Path> files = Files.list(directory)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            assertThat(all).as("sources of %s", directory).isNotEmpty();
            return all.toString();
        }
    }
}
