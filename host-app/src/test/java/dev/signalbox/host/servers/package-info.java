/** The program, as it is laid out, against servers that others made. They are used where they are installed. */
@NullMarked
package dev.signalbox.host.servers;

import org.jspecify.annotations.NullMarked;
