package dev.signalbox.host.bench.ui;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the orders say. Half of the messages have the word that is searched. They are so made that the console's order of
 * texts (as people count, without regard to case) and that of the characters are the same; so all subjects sort alike, and
 * the peers by the cheapest comparison there is.
 */
final class Messages {
    /** How many there are: a power of two. */
    static final int COUNT = 4_096;

    static final String SEARCHED = "depot";

    private static final List<String> ALL = Stream.of(
                    "Arrived at",
                    "Checked at",
                    "Counted at",
                    "Delayed at",
                    "Left for",
                    "Moved to",
                    "Scanned at",
                    "Waiting at")
            .flatMap(verb -> Stream.of(SEARCHED, "hub").map(place -> verb + " " + place + " "))
            .flatMap(words -> IntStream.range(0, COUNT / 16).mapToObj(number -> words + "%04d".formatted(number)))
            .toList();

    private Messages() {}

    static List<String> all() {
        return ALL;
    }
}
