/**
 * Measures the way from bytes to orders against others. {@link dev.signalbox.sse.bench.SseBench} is where it begins; each
 * subject runs in a JVM of its own ({@link dev.signalbox.sse.bench.BenchWorker}), the server of the loopback feed in
 * another ({@link dev.signalbox.sse.bench.BenchServer}).
 */
@NullMarked
package dev.signalbox.sse.bench;

import org.jspecify.annotations.NullMarked;
