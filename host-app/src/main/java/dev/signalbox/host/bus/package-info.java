/** The event bus: mailboxes, merging, the one crossing to the EDT, and what a latecomer is told first. */
@NullMarked
package dev.signalbox.host.bus;

import org.jspecify.annotations.NullMarked;
