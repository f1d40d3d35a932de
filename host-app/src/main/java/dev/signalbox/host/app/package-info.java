/** Start-up and shut-down, the command line and the wiring of the console. */
@NullMarked
package dev.signalbox.host.app;

import org.jspecify.annotations.NullMarked;
