package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.settings.HostSettings;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the wire brought for each row, change by change, however far behind the window is: it is told of every event, none
 * merged. Bounded for each row and in all; rows that are removed, or that the console lets go of, are forgotten.
 *
 * <p>{@link #take} is called by one thread at a time, everything else by any.
 */
public final class OrderHistory {
    private static final int MEBIBYTE = 1 << 20;

    private record Place(String source, String topic) {}

    private final CommonWords words = new CommonWords();
    private final Map<Place, Map<String, PackedChanges>> places = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile int most = Integer.MAX_VALUE;
    private volatile long mostBytes = Long.MAX_VALUE;

    // only where events are taken
    private final ChangeWriter writer = new ChangeWriter(words);
    private Place place = new Place("", "");
    private @Nullable Map<String, PackedChanges> rows;
    private Iterator<Map<String, PackedChanges>> nextPlace = Collections.emptyIterator();
    private Iterator<PackedChanges> next = Collections.emptyIterator();

    /** Makes an empty history. */
    @Inject
    public OrderHistory() {}

    /**
     * Starts to record; before any source runs.
     *
     * @param bus whose events are recorded
     * @param settings those of the console
     * @return ends it
     */
    public Subscription start(HostBus bus, Settings settings) {
        bound(settings.get(HostSettings.HISTORY_MOST), settings.get(HostSettings.HISTORY_MEMORY_MOST));
        Subscription mostChanged = settings.onChange(
                HostSettings.HISTORY_MOST, now -> bound(now, settings.get(HostSettings.HISTORY_MEMORY_MOST)));
        Subscription memoryChanged = settings.onChange(
                HostSettings.HISTORY_MEMORY_MOST, now -> bound(settings.get(HostSettings.HISTORY_MOST), now));
        Subscription events = bus.labelled("history").subscribeEvery(SourceEvent.class, true, this::take);
        return () -> {
            events.close();
            memoryChanged.close();
            mostChanged.close();
        };
    }

    void bound(int mostChanges, int mostMebibytes) {
        boolean fewer = mostChanges < most;
        most = mostChanges;
        mostBytes = (long) mostMebibytes * MEBIBYTE;
        if (fewer) {
            places.values().forEach(rows -> rows.values().forEach(row -> row.keep(mostChanges)));
        }
    }

    void take(List<? extends ConsoleEvent> batch) {
        for (ConsoleEvent event : batch) {
            if (event instanceof WorkEvent work) {
                record(work);
            } else if (event instanceof WorkRemoved gone) {
                forget(gone);
            }
        }
        if (bytes.get() > mostBytes) {
            letGo();
        }
    }

    /** The changes of a row, the newest first; none for a row that is not known. */
    List<RowChange> changesOf(RowKey key) {
        return copyOf(key).newestFirst();
    }

    RowHistory copyOf(RowKey key) {
        PackedChanges row = find(key);
        return row == null ? RowHistory.NONE : row.copy();
    }

    /** Differs when {@link #copyOf} would; costs next to nothing. */
    long version(RowKey key) {
        PackedChanges row = find(key);
        return row == null ? -1 : row.version();
    }

    /** What it takes of the heap, within a tenth. */
    long bytes() {
        return bytes.get();
    }

    private @Nullable PackedChanges find(RowKey key) {
        return places.getOrDefault(new Place(key.source(), key.topic()), Map.of())
                .get(key.key());
    }

    private void record(WorkEvent event) {
        Map<String, PackedChanges> its = rowsOf(event.source(), event.topic());
        PackedChanges row = its.get(event.key());
        if (row == null) {
            row = new PackedChanges(words);
            its.put(event.key(), row);
            bytes.addAndGet(row.bytes());
        }
        int grown = row.record(event, most, writer);
        if (grown != 0) {
            bytes.addAndGet(grown);
        }
    }

    /** Events of one place come in runs, so that the last answer mostly holds. */
    private Map<String, PackedChanges> rowsOf(String source, String topic) {
        Map<String, PackedChanges> its = rows;
        if (its == null || !place.source().equals(source) || !place.topic().equals(topic)) {
            place = new Place(source, topic);
            its = places.computeIfAbsent(place, there -> new ConcurrentHashMap<>());
            rows = its;
        }
        return its;
    }

    private void forget(WorkRemoved gone) {
        Place its = new Place(gone.source(), gone.topic());
        Map<String, PackedChanges> there = places.get(its);
        PackedChanges row = there == null ? null : there.remove(gone.key());
        if (row != null) {
            bytes.addAndGet(-row.clear());
        }
        if (there != null && there.isEmpty()) {
            places.remove(its);
            rows = null;
        }
    }

    /** Goes round the rows and halves each, until there is air again: every row loses its oldest before any loses more. */
    private void letGo() {
        long enough = mostBytes - mostBytes / 8;
        boolean anyInThisRound = true;
        while (bytes.get() > enough) {
            if (next.hasNext()) {
                int given = next.next().halve();
                bytes.addAndGet(-given);
                anyInThisRound |= given > 0;
            } else if (nextPlace.hasNext()) {
                next = nextPlace.next().values().iterator();
            } else if (anyInThisRound) {
                anyInThisRound = false;
                nextPlace = places.values().iterator();
            } else {
                // Nothing but the rows themselves is left, and how many those may be is not decided here.
                return;
            }
        }
    }
}
