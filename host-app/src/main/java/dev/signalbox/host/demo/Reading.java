package dev.signalbox.host.demo;

import java.util.List;

/** What a stream finds when it looks for what comes next; its own end is one of these things. */
sealed interface Reading {
    /** Events to send, in this order. */
    record Events(List<byte[]> events) implements Reading {}

    /** Nothing happened while the stream waited. */
    record Quiet() implements Reading {}

    /** The stream must break after this piece of an event. */
    record Broken(String piece) implements Reading {}

    /** The stream must end properly. */
    record Over() implements Reading {}
}
