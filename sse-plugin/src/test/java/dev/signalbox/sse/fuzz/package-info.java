/**
 * Looks for inputs that the parser and the decoder read differently from the obvious ones beside them, guided by which
 * code they reach: {@code ./mvnw -q -Pfuzz -Dseconds=30}. What was found once is run with the tests.
 */
@NullMarked
package dev.signalbox.sse.fuzz;

import org.jspecify.annotations.NullMarked;
