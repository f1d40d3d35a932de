package dev.signalbox.api;

import java.util.Map;
import java.util.OptionalDouble;

/** The whole current picture of one piece of work that an operator follows: a row. Replaces what was known of its key. */
public sealed interface WorkEvent extends SourceEvent permits OrderEvent, WorkUpdate {

    /**
     * Which piece of work, unique within source and topic.
     *
     * @return the key
     */
    String key();

    /**
     * The business state, as it came.
     *
     * @return any text, possibly empty
     */
    String state();

    /**
     * The processing status, as it came.
     *
     * @return any text, possibly empty
     */
    String status();

    /**
     * What a person should read about it, as it came.
     *
     * @return any text, possibly empty
     */
    String message();

    /**
     * Whether no further update is expected.
     *
     * @return true when the work has ended, well or badly
     */
    boolean settled();

    /**
     * Whether the work failed. Failed events are never dropped or merged away.
     *
     * @return true when it failed
     */
    boolean failed();

    /**
     * How much is done.
     *
     * @return a share from 0 to 1, or empty when unknown
     */
    default OptionalDouble progress() {
        return OptionalDouble.empty();
    }

    /**
     * Further facts, for the details of the row.
     *
     * @return names and values
     */
    default Map<String, String> details() {
        return Map.of();
    }
}
