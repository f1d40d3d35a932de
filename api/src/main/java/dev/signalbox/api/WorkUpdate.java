package dev.signalbox.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The current picture of one piece of work that is not an order: a job, a build stage, a page.
 *
 * @param source where it came from
 * @param topic what kind of thing it is
 * @param key which one, unique within source and topic
 * @param state the business state
 * @param status the processing status
 * @param message what a person should read about it
 * @param settled whether no further update is expected
 * @param failed whether it failed
 * @param progress a share from 0 to 1, or empty when unknown
 * @param details further names and values
 * @param at when it happened
 */
public record WorkUpdate(
        String source,
        String topic,
        String key,
        String state,
        String status,
        String message,
        boolean settled,
        boolean failed,
        OptionalDouble progress,
        Map<String, String> details,
        Instant at)
        implements WorkEvent {

    /**
     * Checks that every part is there and copies the details.
     *
     * @throws IllegalArgumentException if the progress is not from 0 to 1
     */
    public WorkUpdate {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
        if (progress.isPresent() && !(progress.getAsDouble() >= 0 && progress.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("progress must be from 0 to 1 and is " + progress.getAsDouble());
        }
        details = Map.copyOf(details);
    }

    /**
     * Work that is under way: state {@code RUNNING}, status {@code IN_PROGRESS}, now.
     *
     * @param source {@link UpdateSink#source()}
     * @param topic the topic
     * @param key the key
     * @param message the message
     * @return the update
     */
    public static WorkUpdate moving(String source, String topic, String key, String message) {
        return of(source, topic, key, "RUNNING", "IN_PROGRESS", message, false, false);
    }

    /**
     * Work that ended well: state {@code DONE}, status {@code COMPLETED}, settled, now.
     *
     * @param source {@link UpdateSink#source()}
     * @param topic the topic
     * @param key the key
     * @param message the message
     * @return the update
     */
    public static WorkUpdate done(String source, String topic, String key, String message) {
        return of(source, topic, key, "DONE", "COMPLETED", message, true, false);
    }

    /**
     * Work that ended badly: state {@code DONE}, status {@code FAILED}, settled and failed, now.
     *
     * @param source {@link UpdateSink#source()}
     * @param topic the topic
     * @param key the key
     * @param message the message
     * @return the update
     */
    public static WorkUpdate failed(String source, String topic, String key, String message) {
        return of(source, topic, key, "DONE", "FAILED", message, true, true);
    }

    private static WorkUpdate of(
            String source,
            String topic,
            String key,
            String state,
            String status,
            String message,
            boolean settled,
            boolean failed) {
        return new WorkUpdate(
                source,
                topic,
                key,
                state,
                status,
                message,
                settled,
                failed,
                OptionalDouble.empty(),
                Map.of(),
                Instant.now());
    }

    /**
     * The same update with a progress.
     *
     * @param share from 0 to 1
     * @return a copy
     */
    public WorkUpdate withProgress(double share) {
        return new WorkUpdate(
                source, topic, key, state, status, message, settled, failed, OptionalDouble.of(share), details, at);
    }

    /**
     * The same update with other details.
     *
     * @param more names and values
     * @return a copy
     */
    public WorkUpdate withDetails(Map<String, String> more) {
        return new WorkUpdate(source, topic, key, state, status, message, settled, failed, progress, more, at);
    }
}
