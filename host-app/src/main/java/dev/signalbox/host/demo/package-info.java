/**
 * The embedded demo: an order server of our own on the loopback, which tells a story over real HTTP. Knows nothing of the
 * console, and the console reaches it as it reaches any server, by its URLs.
 */
@NullMarked
package dev.signalbox.host.demo;

import org.jspecify.annotations.NullMarked;
