/**
 * Measures what publishing costs, beside Guava's EventBus and a bare list of listeners.
 * {@link dev.signalbox.host.bench.bus.BusBench} is where it begins; {@link dev.signalbox.host.bench.bus.Publishing} is what
 * JMH measures, in JVMs of its own.
 */
@NullMarked
package dev.signalbox.host.bench.bus;

import org.jspecify.annotations.NullMarked;
