/**
 * How what the console knows leaves it, as CSV, as JSON or as lines of text: without a formula a spreadsheet would run,
 * whole or not at all, off the EDT. Knows no order, no failure and no connection; only {@code ExportDialog},
 * {@code Question} and {@code JobStrip} know Swing.
 */
@NullMarked
package dev.signalbox.host.export;

import org.jspecify.annotations.NullMarked;
