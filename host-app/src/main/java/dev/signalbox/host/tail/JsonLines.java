package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.api.WorkUpdate;
import dev.signalbox.host.export.JsonObject;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One JSON object per line. After {@code kind} come the fields of the event's record in the API, by their names and in
 * their order, each always there; {@code null} where the record has none. Instants are ISO-8601 in UTC.
 */
final class JsonLines implements LineFormat {

    @Override
    public void append(ConsoleEvent event, StringBuilder line) {
        if (event instanceof OrderEvent order) {
            JsonObject.in(line)
                    .text("kind", "order")
                    .text("source", order.source())
                    .text("orderId", order.orderId())
                    .text("state", order.state())
                    .text("status", order.status())
                    .text("message", order.message())
                    .flag("settled", order.settled())
                    .flag("failed", order.failed())
                    .time("at", order.at())
                    .end();
        } else if (event instanceof WorkEvent work) {
            work(work, line);
        } else if (event instanceof WorkRemoved removed) {
            JsonObject.in(line)
                    .text("kind", "removed")
                    .text("source", removed.source())
                    .text("topic", removed.topic())
                    .text("key", removed.key())
                    .time("at", removed.at())
                    .end();
        } else if (event instanceof Notice notice) {
            JsonObject.in(line)
                    .text("kind", "notice")
                    .text("source", notice.source())
                    .text("topic", notice.topic())
                    .text("title", notice.title())
                    .text("message", notice.message())
                    .time("at", notice.at())
                    .end();
        } else if (event instanceof ConnectionChanged changed) {
            JsonObject.in(line)
                    .text("kind", "connection")
                    .text("source", changed.source())
                    .text("state", changed.state().name())
                    .number("attempt", changed.attempt())
                    .time("nextAttempt", changed.nextAttempt())
                    .text("reason", changed.reason())
                    .time("at", changed.at())
                    .end();
        } else if (event instanceof WatchChanged watch) {
            JsonObject.in(line)
                    .text("kind", "watch")
                    .text("source", watch.source())
                    .text("topic", watch.topic())
                    .number("total", watch.keys().size())
                    .time("at", watch.at())
                    .end();
        } else if (event instanceof WatchSettled settled) {
            JsonObject.in(line)
                    .text("kind", "settled")
                    .text("source", settled.source())
                    .text("topic", settled.topic())
                    .number("total", settled.total())
                    .number("failed", settled.failed())
                    .time("at", settled.at())
                    .end();
        } else if (event instanceof Problem problem) {
            JsonObject.in(line)
                    .text("kind", "problem")
                    .text("source", problem.source())
                    .text("doing", problem.doing())
                    .text("cause", problem.cause())
                    .text("nextStep", problem.nextStep())
                    .time("at", problem.at())
                    .end();
        }
    }

    private static void work(WorkEvent work, StringBuilder line) {
        OptionalDouble progress = work instanceof WorkUpdate update ? update.progress() : OptionalDouble.empty();
        Map<String, String> details = work instanceof WorkUpdate update ? update.details() : Map.of();
        JsonObject.in(line)
                .text("kind", "work")
                .text("source", work.source())
                .text("topic", work.topic())
                .text("key", work.key())
                .text("state", work.state())
                .text("status", work.status())
                .text("message", work.message())
                .flag("settled", work.settled())
                .flag("failed", work.failed())
                .number("progress", progress)
                .texts("details", details)
                .time("at", work.at())
                .end();
    }
}
