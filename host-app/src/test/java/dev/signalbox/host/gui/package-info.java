/** Tests of the console as its operators see it: a real window, a real plug-in, a real server. */
@NullMarked
package dev.signalbox.host.gui;

import org.jspecify.annotations.NullMarked;
