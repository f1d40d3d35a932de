package dev.signalbox.sse.bench;

/** What a number belongs to. */
record Measured(String payload, String feed, String subject) {}
