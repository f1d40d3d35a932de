package dev.signalbox.host.source;

import dev.signalbox.api.Settings;
import dev.signalbox.host.settings.HostSettings;
import java.time.Duration;

/**
 * What supervision goes by, read anew for every attempt.
 *
 * @param staleAfter silence before a stream is stale; zero for never
 * @param reconnectStaleAfter silence before a stream that sends heartbeats is reconnected; zero for never
 * @param reconnectDelay the first delay
 * @param reconnectDelayMost the longest delay
 * @param fatalRetryDelay the delay after a refusal while a bounded watch is incomplete
 * @param rowsMost how many keys an open watch remembers
 */
record SourceSettings(
        Duration staleAfter,
        Duration reconnectStaleAfter,
        Duration reconnectDelay,
        Duration reconnectDelayMost,
        Duration fatalRetryDelay,
        int rowsMost) {

    static SourceSettings read(Settings settings) {
        return new SourceSettings(
                settings.get(HostSettings.STALE_AFTER),
                settings.get(HostSettings.RECONNECT_STALE_AFTER),
                settings.get(HostSettings.RECONNECT_DELAY),
                settings.get(HostSettings.RECONNECT_DELAY_MOST),
                settings.get(HostSettings.FATAL_RETRY_DELAY),
                settings.get(HostSettings.ROWS_MOST));
    }
}
