/**
 * What every window of the console is made of: inert text, names, icons, tones, words. Knows no order, no failure and no
 * connection.
 */
@NullMarked
package dev.signalbox.host.ui;

import org.jspecify.annotations.NullMarked;
