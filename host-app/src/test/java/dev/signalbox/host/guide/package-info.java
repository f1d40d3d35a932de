/** Tries what the guides tell a reader to do. */
@NullMarked
package dev.signalbox.host.guide;

import org.jspecify.annotations.NullMarked;
