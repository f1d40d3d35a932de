package dev.signalbox.host.tail;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was asked of a tail.
 *
 * @param source the one source to follow, in full or the part before or after the slash; all of them when empty
 * @param maxEvents after how many work events it ends
 * @param untilSettled whether it ends when everything followed is settled
 * @param json whether lines are JSON objects
 */
public record TailOptions(Optional<String> source, OptionalLong maxEvents, boolean untilSettled, boolean json) {
    /** All sources, for people, until they end by themselves. */
    public static final TailOptions NONE = new TailOptions(Optional.empty(), OptionalLong.empty(), false, false);
}
