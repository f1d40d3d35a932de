package dev.signalbox.host.bench.road;

import javax.swing.RepaintManager;

/** Says when the window has been painted. */
final class PaintWatch extends RepaintManager {
    private Runnable painted = () -> {};

    /** On the EDT, as is what it calls. */
    void onPainted(Runnable callback) {
        painted = callback;
    }

    @Override
    public void paintDirtyRegions() {
        super.paintDirtyRegions();
        painted.run();
    }
}
