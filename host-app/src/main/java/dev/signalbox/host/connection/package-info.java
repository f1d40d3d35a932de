/** How the connection stands, in words, and what the operator can do about it. */
@NullMarked
package dev.signalbox.host.connection;

import org.jspecify.annotations.NullMarked;
