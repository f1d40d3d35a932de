/** Plug-ins: found in their directories, checked, started and stopped, each with a class loader and a thread of its own. */
@NullMarked
package dev.signalbox.host.plugin;

import org.jspecify.annotations.NullMarked;
