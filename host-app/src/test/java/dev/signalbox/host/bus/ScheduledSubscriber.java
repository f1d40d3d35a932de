package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A subscriber that remembers what it was told and, after each batch, does something of its own. */
final class ScheduledSubscriber implements Consumer<List<SourceEvent>> {
    final String name;
    private final int begun;
    private final Runnable manners;
    private final List<SourceEvent> told = new ArrayList<>();
    private Subscription subscription = () -> {};
    private boolean closed;
    private boolean calledWrongly;

    ScheduledSubscriber(String name, int begun, Runnable manners) {
        this.name = name;
        this.begun = begun;
        this.manners = manners;
    }

    void subscribed(Subscription made) {
        subscription = made;
    }

    void close() {
        subscription.close();
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void accept(List<SourceEvent> batch) {
        // What is thrown here the bus would take for a failure of the subscriber.
        calledWrongly |= closed || batch.isEmpty();
        told.addAll(batch);
        manners.run();
    }

    void assertNotCalledAfterClosingNorWithNothing() {
        assertThat(calledWrongly).as(name).isFalse();
    }

    /** Whoever does as it is told ends with what is true, whatever was merged, paused or replayed on the way. */
    void assertKnowsTheTruth(List<SourceEvent> published) {
        Map<String, WorkEvent> truth = fold(published);
        Map<String, WorkEvent> known = fold(told);
        Set<String> concerned = new HashSet<>(known.keySet());
        published.subList(begun, published.size()).forEach(event -> concerned.add(key(event)));
        for (String key : concerned) {
            assertThat(known.get(key)).as(name + " of " + key).isEqualTo(truth.get(key));
        }
    }

    void assertNoKeyWentBack() {
        Map<String, Integer> numbers = new HashMap<>();
        for (SourceEvent event : told) {
            if (event instanceof WorkEvent work) {
                Integer before = numbers.put(work.key(), Events.number(work));
                assertThat(before == null || before <= Events.number(work))
                        .as(name + " went back at " + work)
                        .isTrue();
            }
        }
    }

    void assertToldOfEverySettledAndFailed(List<SourceEvent> published) {
        List<SourceEvent> lasting = since(published).stream()
                .filter(event -> event instanceof WorkEvent work && (work.settled() || work.failed()))
                .toList();
        List<SourceEvent> toldSince = new ArrayList<>(told);
        toldSince.retainAll(new HashSet<>(lasting));
        assertThat(new HashSet<>(toldSince)).as(name).isEqualTo(new HashSet<>(lasting));
    }

    void assertToldOfEverything(List<SourceEvent> published) {
        assertThat(told).as(name).isEqualTo(since(published));
    }

    private List<SourceEvent> since(List<SourceEvent> published) {
        return published.subList(begun, published.size());
    }

    private static Map<String, WorkEvent> fold(List<? extends ConsoleEvent> events) {
        Map<String, WorkEvent> rows = new HashMap<>();
        for (ConsoleEvent event : events) {
            if (event instanceof WorkEvent work) {
                rows.put(work.key(), work);
            } else if (event instanceof WorkRemoved removed) {
                rows.remove(removed.key());
            }
        }
        return rows;
    }

    private static String key(SourceEvent event) {
        return event instanceof WorkEvent work ? work.key() : ((WorkRemoved) event).key();
    }
}
