/**
 * Measures how long the window makes an operator wait, against others. {@link dev.signalbox.host.bench.ui.UiBench} is where
 * it begins; each subject runs in a JVM of its own ({@link dev.signalbox.host.bench.ui.CellWorker}).
 */
@NullMarked
package dev.signalbox.host.bench.ui;

import org.jspecify.annotations.NullMarked;
