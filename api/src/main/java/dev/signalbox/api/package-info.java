/**
 * What a Signalbox plug-in compiles against. A plug-in is one class, {@link dev.signalbox.api.ConsolePlugin}, named in
 * {@code META-INF/services}; in {@code start} it contributes an {@link dev.signalbox.api.UpdateSource}, a panel, or both.
 *
 * <p>Two rules hold for every type here. Parameters and results are never null unless the text says so. Everything that
 * crosses a thread is an immutable record; text in it is text, never markup.
 */
@NullMarked
package dev.signalbox.api;

import org.jspecify.annotations.NullMarked;
