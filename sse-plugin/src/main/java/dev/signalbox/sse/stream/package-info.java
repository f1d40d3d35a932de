/**
 * Server-Sent Events over HTTP, from the socket to one message at a time. Knows nothing of orders or of the console:
 * {@link dev.signalbox.sse.stream.HttpConnector} opens, {@link dev.signalbox.sse.stream.EventStreamParser} reads, and a
 * {@link dev.signalbox.sse.stream.StreamFailure} says in words why it ended.
 */
@NullMarked
package dev.signalbox.sse.stream;

import org.jspecify.annotations.NullMarked;
