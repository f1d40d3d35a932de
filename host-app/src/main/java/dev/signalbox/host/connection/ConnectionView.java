package dev.signalbox.host.connection;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.host.source.SourceActivity;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to say about one source, without Swing.
 *
 * @param connection how its connection stands
 * @param activity what it has been doing, once known
 */
record ConnectionView(ConnectionChanged connection, Optional<SourceActivity> activity) {
    private static final Texts TEXTS = Texts.of(ConnectionView.class);

    /** The state in one word or two. */
    String state() {
        return TEXTS.get("state." + word());
    }

    String icon() {
        return switch (connection.state()) {
            case IDLE -> "link-idle";
            case CONNECTING -> "link-connecting";
            case OPEN -> "link-open";
            case STALE -> "link-stale";
            case WAITING -> "link-waiting";
            case PAUSED -> "link-paused";
            case CLOSED -> "link-closed";
            case FAILED -> "link-failed";
        };
    }

    Tone tone() {
        return switch (connection.state()) {
            case IDLE, PAUSED, CLOSED -> Tone.QUIET;
            case CONNECTING -> Tone.MOVING;
            case OPEN -> Tone.GOOD;
            case STALE, WAITING -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    /** What stands behind the state: count-down, attempt, rate, age, reason. */
    String detail(Instant now) {
        List<String> parts = new ArrayList<>();
        connection
                .nextAttempt()
                .ifPresent(next -> parts.add(
                        TEXTS.get("countdown", secondsUp(Duration.between(now, next)), connection.attempt())));
        if (connection.state() == ConnectionState.CONNECTING && connection.attempt() > 1) {
            parts.add(TEXTS.get("attempt", connection.attempt()));
        }
        if (connection.state().readyState() == 1) {
            activity.ifPresent(doing -> {
                parts.add(TEXTS.get("rate", doing.perSecond()));
                doing.lastEvent().ifPresent(last -> parts.add(TEXTS.get("age", age(last, now))));
            });
        }
        if (!connection.reason().isBlank()) {
            parts.add(connection.reason());
        }
        return String.join(" · ", parts);
    }

    /** Everything, for the tool tip. */
    String toolTip(Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(connection.source() + ": " + state());
        String detail = detail(now);
        if (!detail.isEmpty()) {
            parts.add(detail);
        }
        activity.ifPresent(doing -> {
            parts.add(TEXTS.get("received", doing.received()));
            if (doing.outside() > 0) {
                parts.add(TEXTS.get("outside", doing.outside()));
            }
            parts.add(doing.resumeToken().map(id -> TEXTS.get("last.id", id)).orElseGet(() -> TEXTS.get("no.id")));
        });
        return String.join(" · ", parts);
    }

    private String age(Instant last, Instant now) {
        long seconds = Math.max(0, Duration.between(last, now).toSeconds());
        if (seconds < 60) {
            return TEXTS.get("seconds", seconds);
        }
        return seconds < 3600 ? TEXTS.get("minutes", seconds / 60) : TEXTS.get("hours", seconds / 3600);
    }

    private String word() {
        return connection.state().name().toLowerCase(Locale.ROOT);
    }

    private static long secondsUp(Duration left) {
        return Math.max(0, (left.toMillis() + 999) / 1000);
    }
}
