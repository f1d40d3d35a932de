package dev.signalbox.host.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStripTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch halfWay = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private JobStrip strip = new JobStrip("unused");

    @BeforeEach
    void make() throws Exception {
        strip = onEdt(() -> new JobStrip("job"));
    }

    @Test
    void nothingIsSeenOfItUntilThereIsSomethingToSay() throws Exception {
        assertThat(onEdt(strip::isVisible)).isFalse();
        onEdt(() -> {
            strip.tell("done");
            return true;
        });
        assertThat(onEdt(strip::isVisible)).isTrue();
        click("job.close");
        assertThat(onEdt(strip::isVisible)).isFalse();
    }

    @Test
    void showsHowFarItIsAndHandsOverWhatCameOfIt() throws Exception {
        assertThat(onEdt(() -> begin())).isTrue();
        halfWay.await();
        await().untilAsserted(() -> assertThat(label("job.count")).isEqualTo("50 of 100"));
        assertThat(label("job.words")).isEqualTo("Working…");
        assertThat(onEdt(() -> begin())).as("one at a time").isFalse();
        goOn.countDown();

        await().untilAsserted(() -> assertThat(heard).containsExactly("result"));
    }

    @Test
    void cancelStopsItAndSaysSo() throws Exception {
        onEdt(() -> begin());
        halfWay.await();
        click("job.cancel");
        goOn.countDown();

        await().untilAsserted(() -> assertThat(label("job.words")).startsWith("Cancelled."));
        assertThat(heard).isEmpty();
    }

    @Test
    void whyItFailedIsHandedOverAndBadNewsStays() throws Exception {
        onEdt(() -> strip.run(
                "Working…",
                1,
                JobStripTest::diskFull,
                heard::add,
                failure -> strip.warn(String.valueOf(failure.getMessage()))));

        await().untilAsserted(() -> assertThat(label("job.words")).isEqualTo("disk full"));
        assertThat(onEdt(strip::isVisible)).isTrue();
    }

    @Test
    void aFaultOfTheProgramIsAFailureToo() throws Exception {
        onEdt(() -> strip.run(
                "Working…",
                1,
                JobStripTest::brokenRow,
                heard::add,
                failure -> heard.add(String.valueOf(failure.getMessage()))));

        await().untilAsserted(() -> assertThat(heard).singleElement().asString().contains("broken row"));
    }

    @Test
    void disposingCancelsAndWaitsUntilAllIsTidy() throws Exception {
        onEdt(() -> begin());
        halfWay.await();
        Thread release = new Thread(goOn::countDown);
        onEdt(() -> {
            release.start();
            strip.dispose();
            return true;
        });

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("signalbox-export"));
        assertThat(heard).isEmpty();
    }

    private boolean begin() {
        return strip.run("Working…", 100, this::work, heard::add, failure -> heard.add("failed"));
    }

    private String work(Progress progress) {
        for (int i = 0; i < 100; i++) {
            progress.step();
            if (i == 49) {
                halfWay.countDown();
                await().until(() -> goOn.getCount() == 0);
            }
        }
        return "result";
    }

    private static String diskFull(Progress progress) throws IOException {
        progress.step();
        throw new IOException("disk full");
    }

    private static String brokenRow(Progress progress) {
        progress.step();
        throw new IllegalStateException("broken row");
    }

    private String label(String name) throws Exception {
        return onEdt(() -> ((JLabel) part(name)).getText());
    }

    private void click(String name) throws Exception {
        onEdt(() -> {
            ((AbstractButton) part(name)).doClick();
            return true;
        });
    }

    private Component part(String name) {
        return Stream.of(strip.getComponents())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T onEdt(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }
}
