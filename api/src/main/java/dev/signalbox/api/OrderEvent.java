package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;

/**
 * The current picture of one order. Its topic is {@value #TOPIC}.
 *
 * @param source where it came from
 * @param orderId which order
 * @param state the business state, as it came: {@code PROCESSING}, {@code SHIPPED}, {@code CANCELLED} or any other text
 * @param status the processing status, as it came: {@code IN_PROGRESS}, {@code COMPLETED}, {@code FAILED} or any other text
 * @param message what a person should read about it
 * @param settled whether no further update is expected
 * @param failed whether it failed
 * @param at when it was read
 */
public record OrderEvent(
        String source,
        String orderId,
        String state,
        String status,
        String message,
        boolean settled,
        boolean failed,
        Instant at)
        implements WorkEvent {

    /** The topic of every order. */
    public static final String TOPIC = "orders";

    /** Checks that every part is there. */
    public OrderEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return orderId;
    }
}
