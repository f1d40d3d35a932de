package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * One thread takes random steps: it publishes, subscribes, closes, lets the subscribers' threads run one batch. Subscribers
 * throw, leave, publish and close others inside their callbacks. Whatever happens, the promises of the bus hold.
 */
final class SteppedSchedulesTest {
    private static final int STEPS = 300;
    private static final int KEYS = 40;
    private static final int MOST_IN_A_BATCH = 20;
    private static final Bounds SMALL = new Bounds(128, 32, 24);

    private TestBus test = new TestBus();
    private Random random = new Random();
    private List<SourceEvent> published = new ArrayList<>();
    private List<ScheduledSubscriber> merged = new ArrayList<>();
    private List<ScheduledSubscriber> every = new ArrayList<>();
    private List<ScheduledSubscriber> plugins = new ArrayList<>();
    private boolean anyPaused;
    private int inside;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whateverHappensThePromisesHold(@ForAll long seed) throws Exception {
        begin(seed);
        subscribe();
        for (int step = 0; step < STEPS; step++) {
            step();
            assertMemoryIsBounded();
        }
        test.settle();

        Stream.of(merged, every, plugins)
                .flatMap(List::stream)
                .forEach(ScheduledSubscriber::assertNotCalledAfterClosingNorWithNothing);
        for (ScheduledSubscriber one : open(merged)) {
            one.assertNoKeyWentBack();
            one.assertKnowsTheTruth(published);
            one.assertToldOfEverySettledAndFailed(published);
        }
        for (ScheduledSubscriber one : open(every)) {
            one.assertToldOfEverything(published);
        }
        for (ScheduledSubscriber one : open(plugins)) {
            one.assertNoKeyWentBack();
            one.assertKnowsTheTruth(published);
            if (!anyPaused) {
                one.assertToldOfEverySettledAndFailed(published);
            }
        }
    }

    private void begin(long seed) {
        test = new TestBus(1_000_000, SMALL);
        random = new Random(seed);
        published = new ArrayList<>();
        merged = new ArrayList<>();
        every = new ArrayList<>();
        plugins = new ArrayList<>();
        anyPaused = false;
        inside = 0;
        test.bus.subscribe(Problem.class, Delivery.UI, Replay.NONE, problems -> {});
    }

    private void step() throws InterruptedException {
        switch (random.nextInt(20)) {
            case 0 -> subscribe();
            case 1 -> closeOne();
            case 2 -> test.awaitPicture();
            case 3, 4, 5 -> test.hostThread.step();
            case 6, 7 -> test.pluginThread.step();
            case 8 -> test.hostThread.runAll();
            default -> publish();
        }
    }

    private void publish() throws InterruptedException {
        List<SourceEvent> batch = batch();
        AtomicBoolean asked = new AtomicBoolean();
        // Where it would wait, it gives up instead: nobody else can make room.
        if (test.bus.publishWhenRoom(batch, () -> asked.getAndSet(true) && full())) {
            published.addAll(batch);
        } else {
            test.hostThread.step();
        }
    }

    private boolean full() {
        return test.bus.statistics().stream().anyMatch(one -> one.host() && one.waiting() >= SMALL.mostWaiting());
    }

    private List<SourceEvent> batch() {
        List<SourceEvent> batch = new ArrayList<>();
        int size = 1 + random.nextInt(MOST_IN_A_BATCH);
        for (int i = 0; i < size; i++) {
            String key = "K" + random.nextInt(KEYS);
            int number = published.size() + i;
            batch.add(
                    switch (random.nextInt(12)) {
                        case 0 -> Events.removed(key);
                        case 1 -> Events.settled(key, number);
                        case 2 -> Events.failed(key, number);
                        default -> Events.moving(key, number);
                    });
        }
        return batch;
    }

    private void subscribe() {
        Replay replay = random.nextBoolean() ? Replay.CURRENT : Replay.NONE;
        int kind = random.nextInt(3);
        ScheduledSubscriber[] itself = new ScheduledSubscriber[1];
        ScheduledSubscriber made = new ScheduledSubscriber(
                List.of("merged", "every", "plug-in").get(kind) + " " + replay, published.size(), manners(itself));
        itself[0] = made;
        if (kind == 1) {
            made.subscribed(test.bus.subscribeEvery(SourceEvent.class, made));
        } else {
            EventBus bus = kind == 0 ? test.bus : test.plugin;
            made.subscribed(bus.subscribe(SourceEvent.class, Delivery.BACKGROUND, replay, made));
        }
        List.of(merged, every, plugins).get(kind).add(made);
    }

    private Runnable manners(ScheduledSubscriber[] itself) {
        int patience = random.nextInt(12);
        int[] calls = {0};
        return switch (random.nextInt(6)) {
            case 0 ->
                () -> {
                    throw new NoClassDefFoundError("gone");
                };
            case 1 ->
                () -> {
                    if (calls[0]++ == patience) {
                        itself[0].close();
                    }
                };
            case 2 -> this::closeOne;
            case 3 ->
                () -> {
                    if (inside++ < SMALL.mostWaiting()) {
                        SourceEvent event = Events.moving("K" + random.nextInt(KEYS), published.size());
                        published.add(event);
                        test.bus.publish(List.of(event));
                    }
                };
            case 4 ->
                () -> {
                    if (inside++ >= SMALL.mostWaiting()) {
                        return;
                    }
                    SourceEvent event = Events.failed("K" + random.nextInt(KEYS), published.size());
                    try {
                        test.plugin.publish(List.of(event));
                        published.add(event);
                    } catch (RejectedExecutionException behind) {
                        // as the contract says
                    }
                };
            default -> () -> {};
        };
    }

    private void closeOne() {
        List<List<ScheduledSubscriber>> kinds = List.of(merged, every, plugins);
        List<ScheduledSubscriber> open = open(kinds.get(random.nextInt(3)));
        if (open.size() > 2) {
            open.get(random.nextInt(open.size())).close();
        }
    }

    /** Over the bound may go one batch, what is published without waiting, and picture and removals, which have their own. */
    private void assertMemoryIsBounded() {
        int most = 2 * SMALL.mostWaiting() + MOST_IN_A_BATCH + KEYS + inside;
        if (test.bus.longestBacklog() > most) {
            // What waits behind a picture that has not come yet is bounded by the picture's own backlog.
            test.awaitPicture();
        }
        for (SubscriptionStatistics one : test.bus.statistics()) {
            anyPaused |= one.paused();
            assertThat(one.waiting()).as(one.toString()).isLessThanOrEqualTo(most);
        }
    }

    private static List<ScheduledSubscriber> open(List<ScheduledSubscriber> subscribers) {
        return subscribers.stream().filter(one -> !one.closed()).toList();
    }
}
