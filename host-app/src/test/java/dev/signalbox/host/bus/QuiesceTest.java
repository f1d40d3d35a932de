package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Waiting for quiet instead of sleeping. */
final class QuiesceTest {
    private static final Duration NOT_LONG = Duration.ofMillis(100);

    private final TestBus test = new TestBus();
    private final MailboxEventBus bus = test.bus;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aBusWithNothingToDoIsQuiet() throws Exception {
        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
    }

    @Test
    void isNotQuietWhileSomethingWaits() throws Exception {
        bus.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(bus.quiesce(NOT_LONG)).isFalse();
        test.hostThread.runAll();

        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
    }

    @Test
    void isNotQuietWhileACallbackRuns() throws Exception {
        bus.subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> hang());
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bus.quiesce(NOT_LONG)).isFalse();
        goOn.countDown();

        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
    }

    @Test
    void isNotQuietWhileTheCallbackOfAClosedSubscriptionStillRuns() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Subscription subscription =
                    test.pluginOn(thread).subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> hang());
            bus.publish(List.of(Events.moving("A", 1)));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            subscription.close();
            assertThat(bus.quiesce(NOT_LONG)).isFalse();
            goOn.countDown();

            assertThat(bus.quiesce(TestBus.SOON)).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void saysNoInTimeWhenTheEdtIsStuck() throws Exception {
        EventQueue.invokeLater(this::hang);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bus.quiesce(NOT_LONG)).isFalse();
        goOn.countDown();

        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
    }

    @Test
    void whatACallbackPostsToTheEdtIsDoneToo() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        bus.subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> EventQueue.invokeLater(() -> done.set(true)));
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(bus.quiesce(TestBus.SOON)).isTrue();

        assertThat(done).isTrue();
    }

    private void hang() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
