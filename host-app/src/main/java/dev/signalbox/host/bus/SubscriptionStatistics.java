package dev.signalbox.host.bus;

import dev.signalbox.api.Delivery;
import java.time.Duration;

/**
 * How one open subscription fares. Counts are cumulative.
 *
 * @param subscriber whose it is, in the operator's words
 * @param label what it is for, such as {@code orders panel}; else empty
 * @param eventType the simple name of the subscribed type
 * @param delivery which thread its batches come on
 * @param host whether it is the console's own, which holds sources back instead of being paused
 * @param paused whether it fell too far behind and waits for the current picture
 * @param delivered events delivered
 * @param merged events left out because a newer one of the row replaced them; never a settled or failed one
 * @param droppedNotices notices dropped because too many waited
 * @param waiting events that wait now
 * @param lag how long the oldest waiting event has waited, or the oldest of the last batch had when nothing waits
 * @param slowestCallback the longest time one batch took
 * @param failures how often the subscriber threw
 */
public record SubscriptionStatistics(
        String subscriber,
        String label,
        String eventType,
        Delivery delivery,
        boolean host,
        boolean paused,
        long delivered,
        long merged,
        long droppedNotices,
        int waiting,
        Duration lag,
        Duration slowestCallback,
        long failures) {}
