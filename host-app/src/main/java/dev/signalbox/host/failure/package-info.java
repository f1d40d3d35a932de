/**
 * Failed orders and problems: the lists that never lose one, the windows that show them, and the badges that reopen them.
 * Meets the rest of the console on the bus.
 */
@NullMarked
package dev.signalbox.host.failure;

import org.jspecify.annotations.NullMarked;
