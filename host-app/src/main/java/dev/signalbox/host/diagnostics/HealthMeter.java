package dev.signalbox.host.diagnostics;

import dev.signalbox.host.bus.SubscriptionStatistics;
import dev.signalbox.host.order.ShownUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes of counts that only grow how things stand since the last reading. Each reader needs one of its own. One thread. */
final class HealthMeter {
    /** The label under which the order panel subscribes. */
    static final String ORDERS = "orders";

    private final Supplier<List<SubscriptionStatistics>> statistics;
    private final Supplier<ShownUpdates> shown;
    private final LongSupplier failuresLetGo;
    private final LongSupplier nanos;

    private Map<SubscriptionLine.Key, SubscriptionStatistics> before = Map.of();
    private ShownUpdates shownBefore = ShownUpdates.NONE;
    private long readAt;
    private boolean read;

    HealthMeter(
            Supplier<List<SubscriptionStatistics>> statistics,
            Supplier<ShownUpdates> shown,
            LongSupplier failuresLetGo,
            LongSupplier nanos) {
        this.statistics = statistics;
        this.shown = shown;
        this.failuresLetGo = failuresLetGo;
        this.nanos = nanos;
    }

    /** How things stand; the first reading knows of no speed yet. */
    Health read() {
        long now = nanos.getAsLong();
        double seconds = read ? (double) (now - readAt) / TimeUnit.SECONDS.toNanos(1) : 0;
        Map<SubscriptionLine.Key, SubscriptionStatistics> current = keyed(statistics.get());
        List<SubscriptionLine> lines = new ArrayList<>();
        Duration lag = Duration.ZERO;
        long merged = 0;
        long unheard = 0;
        for (Map.Entry<SubscriptionLine.Key, SubscriptionStatistics> entry : current.entrySet()) {
            SubscriptionStatistics one = entry.getValue();
            SubscriptionStatistics last = before.get(entry.getKey());
            long delivered = last == null ? 0 : one.delivered() - last.delivered();
            lines.add(new SubscriptionLine(entry.getKey(), one, perSecond(delivered, seconds)));
            // Without anything waiting or delivered the lag is that of long ago.
            boolean busy = one.waiting() > 0 || delivered > 0;
            if (one.host()) {
                lag = busy && one.lag().compareTo(lag) > 0 ? one.lag() : lag;
                unheard += one.failures();
                merged += last != null && one.label().equals(ORDERS) ? one.merged() - last.merged() : 0;
            }
        }
        ShownUpdates shownNow = shown.get();
        long arrived = read ? shownNow.received() - shownBefore.received() + merged : 0;
        long changes = read ? shownNow.shown() - shownBefore.shown() : 0;
        before = current;
        shownBefore = shownNow;
        readAt = now;
        read = true;
        return new Health(
                perSecond(arrived, seconds),
                changes == 0 ? 1 : Math.max(1, Math.round((double) arrived / changes)),
                lag,
                new Health.Losses(failuresLetGo.getAsLong(), unheard),
                lines);
    }

    private static Map<SubscriptionLine.Key, SubscriptionStatistics> keyed(List<SubscriptionStatistics> all) {
        Map<SubscriptionLine.Key, Integer> alike = new HashMap<>();
        Map<SubscriptionLine.Key, SubscriptionStatistics> keyed = new LinkedHashMap<>();
        for (SubscriptionStatistics one : all) {
            int ordinal = alike.merge(SubscriptionLine.Key.of(one, 0), 1, Integer::sum);
            keyed.put(SubscriptionLine.Key.of(one, ordinal), one);
        }
        return keyed;
    }

    private static long perSecond(long count, double seconds) {
        return seconds <= 0 ? 0 : Math.round(count / seconds);
    }
}
