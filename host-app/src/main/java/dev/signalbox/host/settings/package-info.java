/** Where settings come from, how they are checked, and where they are kept. */
@NullMarked
package dev.signalbox.host.settings;

import org.jspecify.annotations.NullMarked;
