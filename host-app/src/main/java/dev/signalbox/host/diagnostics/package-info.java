/** Whether the window keeps up, and who is to blame when it does not: the watchdog, the line of health, the diagnostics. */
@NullMarked
package dev.signalbox.host.diagnostics;

import org.jspecify.annotations.NullMarked;
