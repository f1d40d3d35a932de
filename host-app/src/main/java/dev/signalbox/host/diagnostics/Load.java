package dev.signalbox.host.diagnostics;

import java.util.OptionalDouble;

/**
 * What the program takes of the machine.
 *
 * @param heapUsed bytes in use, garbage included
 * @param heapMost bytes it may use
 * @param threads live threads
 * @param windowShare share of a core the window's thread took lately, 1 for all of it; empty when it cannot be told
 */
record Load(long heapUsed, long heapMost, int threads, OptionalDouble windowShare) {}
