package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailureExportTest {
    @TempDir
    private Path folder;

    private final DirectBus bus = new DirectBus();

    @BeforeEach
    void start() {
        new FailureExport(bus, () -> at(0)).start();
    }

    @Test
    void writesALineForEachFailure() throws IOException {
        Path file = folder.resolve("failures.csv");
        Failure standing = Failure.of(failed("A", "=cmd|' /C calc'!A0", 1));
        Failure recovered = Failure.of(failed("B", "no stock", 2)).after(moving("B", 3));
        bus.publish(new ExportRequested(file, List.of(standing, recovered), at(4)));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFsource,topic,order,state,status,message,");
        assertThat(lines.get(1)).startsWith("sse/orders,orders,A,CANCELLED,FAILED,'=cmd|' /C calc'!A0,");
        assertThat(lines.get(2)).startsWith("sse/orders,orders,B,PROCESSING,IN_PROGRESS,no stock,");
        assertThat(bus.takePublished(ExportEnded.class)).containsExactly(new ExportEnded(file, 2, true, at(0)));
    }

    @Test
    void saysInWordsWhyAFileCouldNotBeWritten() {
        Path file = folder.resolve("no-such-folder").resolve("failures.csv");
        bus.publish(new ExportRequested(file, List.of(), at(4)));

        List<ConsoleEvent> told = bus.takePublished(ConsoleEvent.class);
        assertThat(told).hasAtLeastOneElementOfType(Problem.class).contains(new ExportEnded(file, 0, false, at(0)));
        assertThat(told).filteredOn(Problem.class::isInstance).first().satisfies(event -> {
            Problem problem = (Problem) event;
            assertThat(problem.doing()).isEqualTo("writing failures to " + file);
            assertThat(problem.cause()).isEqualTo("the folder does not exist");
            assertThat(problem.nextStep()).isNotEmpty();
        });
    }
}
