package dev.signalbox.host.bench.ui;

import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Knows when the window has been painted, and whether anything still waits to be. */
final class PaintClock extends RepaintManager {
    private final Runnable painted;
    private volatile boolean dirty;

    /**
     * Makes a clock.
     *
     * @param painted told on the EDT at the end of each painting
     */
    PaintClock(Runnable painted) {
        this.painted = painted;
    }

    boolean dirty() {
        return dirty;
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        super.addDirtyRegion(component, x, y, width, height);
        if (width > 0 && height > 0 && component.isShowing()) {
            dirty = true;
        }
    }

    @Override
    public void paintDirtyRegions() {
        dirty = false;
        super.paintDirtyRegions();
        painted.run();
    }
}
