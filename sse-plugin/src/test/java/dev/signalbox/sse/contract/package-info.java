/**
 * A service that harnesses for clients of event streams can drive: the stream classes of the plug-in and the console's
 * supervision, and only the orders left out. Runs as a plug-in of its own; never shipped.
 */
@NullMarked
package dev.signalbox.sse.contract;

import org.jspecify.annotations.NullMarked;
