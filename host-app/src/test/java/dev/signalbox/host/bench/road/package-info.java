/**
 * Measures the whole road: from the write of a server in a process of its own, through the shipped plug-in, to the painted
 * cell of the real window. {@link dev.signalbox.host.bench.road.RoadBench} is where it begins,
 * {@link dev.signalbox.host.bench.road.RoadServer} the server.
 */
@NullMarked
package dev.signalbox.host.bench.road;

import org.jspecify.annotations.NullMarked;
