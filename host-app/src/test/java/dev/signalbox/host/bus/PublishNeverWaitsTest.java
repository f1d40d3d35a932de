package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Notice;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WorkEvent;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On no thread, though subscribers of every kind hang and their mailboxes are full. */
@Timeout(60)
final class PublishNeverWaitsTest {
    private static final int MOST = 64;

    private final ExecutorService hostThread = Executors.newSingleThreadExecutor();
    private final ExecutorService pluginThread = Executors.newSingleThreadExecutor();
    private final MailboxEventBus bus = new MailboxEventBus(
            new Subscriber("the console", hostThread, getClass().getClassLoader(), true),
            () -> 1_000,
            new Bounds(MOST, 16, 16));
    private final EventBus plugin =
            bus.viewFor(new Subscriber("plug-in tick", pluginThread, getClass().getClassLoader(), false));
    private final CountDownLatch hanging = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        goOn.countDown();
        hostThread.shutdownNow();
        pluginThread.shutdownNow();
    }

    @Test
    void fromAThreadOfItsOwn() throws Exception {
        everyoneHangs();

        assertPublishes(task -> new Thread(task, "some other").start());
    }

    @Test
    void fromTheEdt() throws Exception {
        everyoneHangs();

        assertPublishes(EventQueue::invokeLater);
    }

    @Test
    void fromInsideACallbackOnTheEdtWhileTheOthersHang() throws Exception {
        everyoneHangs();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        bus.subscribe(Notice.class, Delivery.UI, Replay.NONE, batch -> done.complete(publishMuch()));
        bus.publish(List.of(Events.notice(1)));

        assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void fromTheHostsAndThePluginsOwnThreadInsideACallback() throws Exception {
        CompletableFuture<Boolean> host = new CompletableFuture<>();
        CompletableFuture<Boolean> plugins = new CompletableFuture<>();
        bus.subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, batch -> host.complete(publishMuch()));
        plugin.subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, batch -> plugins.complete(publishMuch()));
        bus.publish(List.of(Events.notice(1)));

        assertThat(host.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(plugins.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPluginIsRejectedAtOnceInstead() throws Exception {
        everyoneHangs();
        publishMuch();

        assertThatThrownBy(() -> plugin.publish(List.of(Events.moving("A", 1))))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private void assertPublishes(Executor thread) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        thread.execute(() -> done.complete(publishMuch()));

        assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private boolean publishMuch() {
        for (int n = 0; n < 10 * MOST; n++) {
            bus.publish(List.of(Events.failed("K" + n, n)));
        }
        return true;
    }

    private void everyoneHangs() throws InterruptedException {
        bus.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> hang());
        plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> hang());
        bus.subscribeEvery(WorkEvent.class, batch -> {});
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void hang() {
        hanging.countDown();
        try {
            goOn.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
