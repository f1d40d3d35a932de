package dev.signalbox.host.failure;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order that failed, however often, and what became of it.
 *
 * @param key which order
 * @param failed the event with which it failed last; what the operator has to read
 * @param latest the newest event of it; {@code failed} itself unless it was repeated or moved since
 * @param first when it failed first
 * @param last when it failed last
 * @param count how often it failed
 * @param recoveredAt when it moved again; null while it stands failed
 */
public record Failure(
        Key key,
        WorkEvent failed,
        WorkEvent latest,
        Instant first,
        Instant last,
        int count,
        @Nullable Instant recoveredAt) {

    /**
     * Which order.
     *
     * @param source where it comes from
     * @param topic what kind of thing it is
     * @param id its key within source and topic
     */
    public record Key(String source, String topic, String id) {

        /** Checks that every part is there. */
        public Key {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(id, "id");
        }

        /**
         * The key of an event.
         *
         * @param event the event
         * @return which order it speaks of
         */
        public static Key of(WorkEvent event) {
            return new Key(event.source(), event.topic(), event.key());
        }
    }

    /** Checks that every part is there. */
    public Failure {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(failed, "failed");
        Objects.requireNonNull(latest, "latest");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }

    static Failure of(WorkEvent event) {
        return new Failure(Key.of(event), event, event, event.at(), event.at(), 1, null);
    }

    /**
     * Whether it moved again since it failed.
     *
     * @return true when it no longer stands failed
     */
    public boolean recovered() {
        return recoveredAt != null;
    }

    /**
     * What the order said when it failed last.
     *
     * @return any text, possibly empty
     */
    public String text() {
        return failed.message();
    }

    /**
     * What is known after one more event. An order that stands failed and says the same again did not fail again: a
     * snapshot read anew repeats every order.
     */
    Failure after(WorkEvent event) {
        if (!event.failed()) {
            return new Failure(key, failed, event, first, last, count, recovered() ? recoveredAt : event.at());
        }
        if (recovered() || !event.message().equals(text())) {
            return new Failure(key, event, event, first, event.at(), count + 1, null);
        }
        return new Failure(key, failed, event, first, last, count, null);
    }

    /** Whether the operator sees the same in both; the time of a mere repetition is not shown. */
    boolean looksLike(Failure other) {
        return count == other.count
                && recovered() == other.recovered()
                && latest.state().equals(other.latest.state())
                && latest.status().equals(other.latest.status())
                && latest.message().equals(other.latest.message())
                && latest.settled() == other.latest.settled()
                && latest.details().equals(other.latest.details());
    }
}
