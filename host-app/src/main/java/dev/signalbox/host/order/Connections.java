package dev.signalbox.host.order;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each source stands, as far as a panel without rows must say so. Belongs to the EDT. */
final class Connections {
    /** The most hopeful first: what an operator without rows may still wait for. */
    private static final List<ConnectionState> HOPE = List.of(
            ConnectionState.OPEN,
            ConnectionState.STALE,
            ConnectionState.CONNECTING,
            ConnectionState.WAITING,
            ConnectionState.FAILED,
            ConnectionState.PAUSED,
            ConnectionState.CLOSED,
            ConnectionState.IDLE);

    private final Map<String, ConnectionChanged> bySource = new LinkedHashMap<>();

    void take(ConnectionChanged change) {
        bySource.put(change.source(), change);
    }

    void forget(String source) {
        bySource.remove(source);
    }

    /** The most hopeful connection; empty when no source ever said a word. */
    Optional<ConnectionChanged> best() {
        return bySource.values().stream().min(Comparator.comparingInt(change -> HOPE.indexOf(change.state())));
    }

    /** Whether a first update may come any moment. */
    boolean promising() {
        return best().map(ConnectionChanged::state)
                .filter(state -> state == ConnectionState.OPEN
                        || state == ConnectionState.STALE
                        || state == ConnectionState.CONNECTING)
                .isPresent();
    }
}
