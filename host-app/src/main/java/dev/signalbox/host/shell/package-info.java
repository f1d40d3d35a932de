/** The window: frame, menus, theme, dialogs for settings, what is remembered of it. */
@NullMarked
package dev.signalbox.host.shell;

import org.jspecify.annotations.NullMarked;
