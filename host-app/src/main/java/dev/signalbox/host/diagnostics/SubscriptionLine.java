package dev.signalbox.host.diagnostics;

import dev.signalbox.api.Delivery;
import dev.signalbox.host.bus.SubscriptionStatistics;

/**
 * A subscription, and how fast events come to it.
 *
 * @param key tells it from the others from one reading to the next
 * @param now how it stands
 * @param perSecond events given to it in a second, lately
 */
record SubscriptionLine(Key key, SubscriptionStatistics now, long perSecond) {

    /** The ordinal tells apart subscriptions that are alike in all else. */
    record Key(String subscriber, String label, String eventType, Delivery delivery, int ordinal) {

        static Key of(SubscriptionStatistics of, int ordinal) {
            return new Key(of.subscriber(), of.label(), of.eventType(), of.delivery(), ordinal);
        }
    }
}
