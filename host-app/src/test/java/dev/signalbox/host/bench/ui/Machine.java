package dev.signalbox.host.bench.ui;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where it was measured. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** Load for each core that building before measuring hardly passes. */
    private static final double BUSY = 1.5;

    private Machine() {}

    static String description(List<String> flags) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %s; %d GiB; %s %s; %s %s; display %s; each JVM with %s"
                .formatted(
                        system.getAvailableProcessors(),
                        processor(),
                        Math.round(system.getTotalMemorySize() / (1024.0 * 1024 * 1024)),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"),
                        Screen.description(),
                        String.join(" ", flags));
    }

    /** Says it when others use the machine too: then the numbers tell as much of them. */
    static Optional<String> busy() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double load = system.getSystemLoadAverage();
        return load <= BUSY * system.getAvailableProcessors()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "WARNING: the machine is busy (load %.1f on %d cores). Close everything else and run it again.",
                        load,
                        system.getAvailableProcessors()));
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
