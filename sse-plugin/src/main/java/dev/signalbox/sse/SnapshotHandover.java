package dev.signalbox.sse;

import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.ShownText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hands a snapshot over together with what was held, and says what that changed. Where no ids are configured, the orders
 * of the snapshot are the watch. Of those that an earlier snapshot of the same watch named and this one does not, the
 * settled stay, as many servers list only what is under way; the others go, because nothing will ever settle them, and
 * are named in a problem, because how they ended is not known.
 */
final class SnapshotHandover {
    private static final int MOST_NAMED = 5;
    private static final int SHOWN_CHARACTERS = 60;

    private final SseSettings settings;
    private final UpdateSink sink;
    private final OrderPicture picture;
    private final boolean again;

    SnapshotHandover(SseSettings settings, UpdateSink sink, OrderPicture picture) {
        this.settings = settings;
        this.sink = sink;
        this.picture = picture;
        this.again = !sink.fresh() && picture.complete();
    }

    /** What of a snapshot is followed. */
    List<OrderEvent> followed(List<OrderEvent> snapshot) {
        Set<String> ids = settings.orders();
        return ids.isEmpty()
                ? snapshot
                : snapshot.stream()
                        .filter(order -> ids.contains(order.orderId()))
                        .toList();
    }

    /**
     * Hands over.
     *
     * @param snapshot what of the snapshot is followed
     * @param all the same and what was held, in order
     */
    void show(List<OrderEvent> snapshot, List<OrderEvent> all, Instant now) {
        Set<String> keys = keys(snapshot, all);
        Set<String> vanished = again ? picture.movingBeyond(keys) : Set.of();
        Set<String> meanwhile = new LinkedHashSet<>(keys);
        // until all is handed over, they keep the rest from being taken for settled
        meanwhile.addAll(vanished);
        sink.watch(OrderEvent.TOPIC, meanwhile, settings.whenSettled());
        List<SourceEvent> events = new ArrayList<>(all);
        if (again) {
            events.add(notice(picture.differing(keys, all), now));
        }
        if (!events.isEmpty()) {
            sink.emit(events);
        }
        picture.show(keys, all);
        if (!vanished.isEmpty()) {
            tellVanished(vanished);
            sink.watch(OrderEvent.TOPIC, keys, settings.whenSettled());
        }
    }

    private Set<String> keys(List<OrderEvent> snapshot, List<OrderEvent> all) {
        if (!settings.orders().isEmpty()) {
            return settings.orders();
        }
        Set<String> keys = new LinkedHashSet<>();
        snapshot.forEach(order -> keys.add(order.orderId()));
        if (again) {
            keys.addAll(picture.settledBeyond(keys));
            // what the stream still speaks of has not vanished
            Set<String> vanished = picture.movingBeyond(keys);
            all.stream().map(OrderEvent::orderId).filter(vanished::contains).forEach(keys::add);
        }
        return keys;
    }

    private Notice notice(int changed, Instant now) {
        String orders = changed == 1 ? " order changed" : " orders changed";
        return new Notice(sink.source(), "connection", "Connection", "Re-synchronised, " + changed + orders, now);
    }

    private void tellVanished(Set<String> vanished) {
        String names = vanished.stream()
                .sorted()
                .limit(MOST_NAMED)
                .map(id -> ShownText.of(id, SHOWN_CHARACTERS))
                .collect(Collectors.joining(", "));
        String more = vanished.size() > MOST_NAMED ? " and " + (vanished.size() - MOST_NAMED) + " more" : "";
        sink.problem(
                "reading the snapshot again",
                names + more + " had not settled and " + (vanished.size() == 1 ? "is" : "are") + " no longer in it.",
                "Followed no more; ask whoever runs the server how it ended.");
    }
}
