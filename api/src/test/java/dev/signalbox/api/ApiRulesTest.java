package dev.signalbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** By the JDK's own jdeps: the api brings no library, so its tests bring no other than they need. */
class ApiRulesTest {

    @Test
    void theApiDependsOnNothingButTheJdkAndJspecify() throws Exception {
        assertThat(dependencies())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        one -> assertThat(one.to()).matches("(java|javax|dev\\.signalbox\\.api|org\\.jspecify)\\..*"));
    }

    @Test
    void onlyTheUiPackageKnowsSwing() throws Exception {
        assertThat(dependencies())
                .filteredOn(one -> one.to().matches("(java\\.awt|javax\\.swing)\\..*"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.from()).startsWith("dev.signalbox.api.ui."));
    }

    @Test
    void theRestDoesNotKnowTheUiPackage() throws Exception {
        assertThat(dependencies())
                .filteredOn(one -> one.to().startsWith("dev.signalbox.api.ui."))
                .allSatisfy(one -> assertThat(one.from()).startsWith("dev.signalbox.api.ui."));
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        for (Path directory : packages()) {
            String name =
                    classes().relativize(directory).toString().replace('/', '.').replace('\\', '.');
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    private record Dependency(String from, String to) {}

    private static List<Dependency> dependencies() throws URISyntaxException {
        StringWriter out = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int code = jdeps.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "-verbose:class",
                "-filter:none",
                classes().toString());
        assertThat(code).as(out.toString()).isZero();
        return out.toString()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 3 && words[1].equals("->") && words[0].startsWith("dev."))
                .map(words -> new Dependency(words[0], words[2]))
                .toList();
    }

    private static List<Path> packages() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(ConsolePlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
