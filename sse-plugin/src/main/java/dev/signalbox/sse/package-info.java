/** The plug-in that follows a stream of order updates. */
@NullMarked
package dev.signalbox.sse;

import org.jspecify.annotations.NullMarked;
