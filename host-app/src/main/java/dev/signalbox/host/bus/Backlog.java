package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;

/**
 * Batches in the order they were published, none of them copied: adding one costs the same however long it is. Each has the
 * time at which it began to wait. Not thread-safe.
 */
final class Backlog<E extends ConsoleEvent> {
    private static final int FEW = 16;

    private Object[] batches = new Object[FEW];
    private long[] times = new long[FEW];
    private int first;
    private int count;
    private int events;

    void add(List<? extends E> batch, long since) {
        grow();
        put(first + count, batch, since);
    }

    void addFirst(List<? extends E> batch, long since) {
        grow();
        first = (first - 1) & (batches.length - 1);
        put(first, batch, since);
    }

    int events() {
        return events;
    }

    boolean isEmpty() {
        return events == 0;
    }

    /** Since when the oldest batch waits, on the clock of {@link System#nanoTime}. Only when there is one. */
    long oldest() {
        return times[first];
    }

    /** Takes off so many events from the front. Takes time for each batch, none for each event. */
    Backlog<E> takeFirst(int most) {
        Backlog<E> taken = new Backlog<>();
        while (count > 0 && taken.events < most) {
            long since = times[first];
            List<E> batch = removeFirst();
            int room = most - taken.events;
            if (batch.size() > room) {
                addFirst(batch.subList(room, batch.size()), since);
                batch = batch.subList(0, room);
            }
            taken.add(batch, since);
        }
        return taken;
    }

    /** Takes off the oldest batch as a whole. Only when there is one. */
    @SuppressWarnings("unchecked")
    List<E> removeFirst() {
        List<E> batch = (List<E>) batches[first];
        batches[first] = null;
        first = (first + 1) & (batches.length - 1);
        count--;
        events -= batch.size();
        return batch;
    }

    /** All events as one immutable list; the batch itself where there is only one. */
    @SuppressWarnings("unchecked")
    List<E> toList() {
        if (count == 1) {
            return (List<E>) batches[first];
        }
        Object[] all = new Object[events];
        int to = 0;
        for (int i = 0; i < count; i++) {
            List<E> batch = (List<E>) batches[(first + i) & (batches.length - 1)];
            for (int j = 0; j < batch.size(); j++) {
                all[to++] = batch.get(j);
            }
        }
        return (List<E>) (List<?>) List.of(all);
    }

    private void put(int place, List<? extends E> batch, long since) {
        int index = place & (batches.length - 1);
        batches[index] = batch;
        times[index] = since;
        count++;
        events += batch.size();
    }

    private void grow() {
        if (count < batches.length) {
            return;
        }
        Object[] moreBatches = new Object[2 * count];
        long[] moreTimes = new long[2 * count];
        int tail = count - first;
        System.arraycopy(batches, first, moreBatches, 0, tail);
        System.arraycopy(batches, 0, moreBatches, tail, first);
        System.arraycopy(times, first, moreTimes, 0, tail);
        System.arraycopy(times, 0, moreTimes, tail, first);
        batches = moreBatches;
        times = moreTimes;
        first = 0;
    }
}
