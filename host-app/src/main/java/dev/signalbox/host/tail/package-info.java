/** Following sources without a window: one line for each thing that happens, and the rules for when that ends. */
@NullMarked
package dev.signalbox.host.tail;

import org.jspecify.annotations.NullMarked;
