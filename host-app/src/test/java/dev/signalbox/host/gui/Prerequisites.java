package dev.signalbox.host.gui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks, before any test runs, whether this machine can show a window at all. Without its libraries or fonts the GUI tests
 * would hang or fail with pages of native errors. Launched from its source by the build, so it uses the JDK alone.
 */
public final class Prerequisites {
    private static final String REMEDY =
            " On Debian: apt-get install openjdk-17-jdk libx11-6 libxext6 libxi6 libxrender1 libxtst6 libfontconfig1"
                    + " fonts-dejavu-core";

    private Prerequisites() {}

    /**
     * Checks this machine.
     *
     * @param arguments none
     * @throws IOException if the machine cannot even be looked at
     */
    public static void main(String... arguments) throws IOException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            System.err.println("The GUI tests cannot run here: " + missing.get() + REMEDY);
            System.exit(1);
        }
    }

    private static Optional<String> missing() throws IOException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        Path xawt = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
        if (!Files.exists(xawt)) {
            return Optional.of("this Java is a headless one, without " + xawt.getFileName() + ".");
        }
        Optional<String> library = lines("ldd", xawt.toString())
                .filter(line -> line.contains("not found") && !line.contains("libjvm") && !line.contains("libawt"))
                .map(line -> line.strip().split(" ", 2)[0])
                .findFirst();
        if (library.isPresent()) {
            return Optional.of("the library " + library.get() + " is missing.");
        }
        List<String> known = lines("/sbin/ldconfig", "-p").toList();
        if (!known.isEmpty() && known.stream().noneMatch(line -> line.contains("libfontconfig.so.1"))) {
            return Optional.of("the library libfontconfig.so.1 is missing.");
        }
        return hasFonts() ? Optional.empty() : Optional.of("there is no font.");
    }

    private static boolean hasFonts() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        for (Path directory : List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".fonts"),
                home.resolve(".local/share/fonts"))) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    if (files.anyMatch(file -> file.toString().matches(".*\\.(ttf|otf|ttc|pfb|pcf.gz)"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What a program prints; nothing if there is no such program. */
    private static Stream<String> lines(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return reader.lines().toList().stream();
            }
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
