package dev.signalbox.sse;

import dev.signalbox.api.Notice;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.ShownText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a stream without a snapshot can say about the time it was away. */
final class ResumeNotice {
    private static final int SHOWN_CHARACTERS = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ResumeNotice() {}

    static Optional<Notice> of(UpdateSink sink, String resumedAfter, @Nullable Instant lostAt, Instant now) {
        if (!resumedAfter.isEmpty()) {
            return Optional.of(notice(sink, "Resumed after id " + ShownText.of(resumedAfter, SHOWN_CHARACTERS), now));
        }
        if (lostAt == null || sink.fresh()) {
            return Optional.empty();
        }
        ZonedDateTime from = lostAt.atZone(ZoneId.systemDefault());
        ZonedDateTime to = now.atZone(ZoneId.systemDefault());
        DateTimeFormatter format = from.toLocalDate().equals(to.toLocalDate()) ? TIME : DAY_AND_TIME;
        return Optional.of(notice(
                sink, "Updates between " + from.format(format) + " and " + to.format(format) + " may be missing", now));
    }

    private static Notice notice(UpdateSink sink, String message, Instant now) {
        return new Notice(sink.source(), "connection", "Connection", message, now);
    }
}
