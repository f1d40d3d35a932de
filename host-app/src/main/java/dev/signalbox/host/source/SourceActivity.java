package dev.signalbox.host.source;

import dev.signalbox.api.ConsoleEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source has been doing; published about once a second while it changes.
 *
 * @param source which source
 * @param received events since the watch began
 * @param perSecond events per second, lately
 * @param outside updates for keys that are not followed, since the watch began
 * @param lastEvent when the last event arrived
 * @param resumeToken the last token, such as the last event id
 * @param at when
 */
public record SourceActivity(
        String source,
        long received,
        double perSecond,
        long outside,
        Optional<Instant> lastEvent,
        Optional<String> resumeToken,
        Instant at)
        implements ConsoleEvent {}
