/** What servers and networks do to a stream, and what the real plug-in under the real supervision makes of it. */
@NullMarked
package dev.signalbox.host.faults;

import org.jspecify.annotations.NullMarked;
