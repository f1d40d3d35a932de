package dev.signalbox.host.bus;

import dev.signalbox.api.Delivery;
import java.time.Duration;

/**
 * How one subscription stands. Counts grow for as long as it is open.
 *
 * @param subscriber whose it is, such as {@code plug-in tick}
 * @param label what it is for, such as {@code orders}; empty when nobody said
 * @param eventType the simple name of the type of events it asked for
 * @param delivery where its batches come
 * @param host whether it is the console's own
 * @param paused whether it fell too far behind and gets nothing until it has caught up
 * @param delivered events given to it
 * @param merged events that a newer one of the same row replaced before they were given to it
 * @param droppedNotices notices it missed because it was behind
 * @param waiting events that wait for it now
 * @param lag how long the oldest that waits has waited; when none waits, how long the last one given to it had
 * @param slowestCallback the longest it took over one batch
 * @param failures batches it failed on
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
