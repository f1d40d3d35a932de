package dev.signalbox.host.failure;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said about failures: what we were doing, why it failed, what to do next. */
final class FailureWords {
    private static final Texts TEXTS = Texts.of(FailureWords.class);

    private final Times times;

    FailureWords(Times times) {
        this.times = times;
    }

    static String counts(int open, int recovered) {
        if (open == 0 && recovered == 0) {
            return TEXTS.get("count.none");
        }
        String failed = TEXTS.get("count.failed", open);
        String moved = TEXTS.get("count.recovered", recovered);
        if (recovered == 0) {
            return failed;
        }
        return open == 0 ? moved : TEXTS.get("count.both", failed, moved);
    }

    /** Such as "12 orders settled, 2 failed (14:05:10)". */
    String summary(WatchSettled watch, boolean namesTheSource) {
        String things = watch.topic().equals(OrderEvent.TOPIC)
                ? TEXTS.get("orders", watch.total())
                : TEXTS.get("things", watch.total(), watch.topic());
        String settled = TEXTS.get("settled", things, TEXTS.get("settled.failed", watch.failed()));
        String when = TEXTS.get("settled.at", settled, times.at(watch.at()));
        return namesTheSource ? TEXTS.get("settled.of", watch.source(), when) : when;
    }

    static String status(Failure failure) {
        return failure.recovered()
                ? TEXTS.get("status.recovered")
                : failure.latest().status();
    }

    String doing(Failure failure) {
        String often = TEXTS.get("times", failure.count());
        String last = times.at(failure.last());
        String state = state(failure.failed());
        Failure.Key key = failure.key();
        return key.topic().equals(OrderEvent.TOPIC)
                ? TEXTS.get("doing.order", key.id(), often, last, state)
                : TEXTS.get("doing.other", key.id(), key.topic(), often, last, state);
    }

    static String why(Failure failure) {
        return failure.text().isBlank() ? TEXTS.get("why.none", status(failure.failed())) : failure.text();
    }

    String next(Failure failure) {
        var recoveredAt = failure.recoveredAt();
        if (recoveredAt != null) {
            WorkEvent now = failure.latest();
            return TEXTS.get("next.recovered", times.at(recoveredAt), state(now), status(now));
        }
        return TEXTS.get(failure.latest().settled() ? "next.settled" : "next.moving");
    }

    /** Every field as it came, one a line. */
    String raw(Failure failure) {
        WorkEvent now = failure.latest();
        List<String> lines = new ArrayList<>();
        lines.add(field("source", failure.key().source()));
        lines.add(field("topic", failure.key().topic()));
        lines.add(field("id", failure.key().id()));
        lines.add(field("state", now.state()));
        lines.add(field("status", now.status()));
        lines.add(field("message", now.message()));
        lines.add(field("settled", TEXTS.get("raw.settled." + now.settled())));
        lines.add(field("first", times.inFull(failure.first())));
        lines.add(field("last", times.inFull(failure.last())));
        var recoveredAt = failure.recoveredAt();
        if (recoveredAt != null) {
            lines.add(field("recovered", times.inFull(recoveredAt)));
        }
        lines.add(field("updated", times.inFull(now.at())));
        new TreeMap<>(now.details())
                .forEach((name, value) -> lines.add(TEXTS.get("raw.line", PlainText.of(name), PlainText.of(value))));
        return String.join("\n", lines);
    }

    private static String field(String name, String value) {
        return TEXTS.get("raw.line", TEXTS.get("raw." + name), PlainText.of(value));
    }

    /** One line for each failure, for the clipboard. */
    String lines(Collection<Failure> failures) {
        return failures.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Failure failure) {
        return TEXTS.get(
                "copy.line",
                failure.key().id(),
                TEXTS.get("times", failure.count()),
                times.at(failure.last()),
                PlainText.of(why(failure)),
                state(failure.latest()),
                failure.recovered() ? status(failure) : status(failure.latest()),
                failure.key().source());
    }

    private static String state(WorkEvent event) {
        return event.state().isBlank() ? TEXTS.get("state.none") : PlainText.of(event.state());
    }

    private static String status(WorkEvent event) {
        return event.status().isBlank() ? TEXTS.get("status.none") : PlainText.of(event.status());
    }
}
