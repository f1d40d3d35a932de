package dev.signalbox.host.ui;

import javax.swing.Timer;

/**
 * Shows what changes often no more often than an eye can read it: at once while there is little to show, five times a
 * second in a flood. The last change is always shown. EDT.
 */
public final class Calmly {
    private static final int AT_ONCE = 10;
    private static final long WINDOW_NANOS = 1_000_000_000;
    private static final int WAIT_MILLIS = 200;

    private final Runnable show;
    private final Timer later = new Timer(WAIT_MILLIS, event -> showNow());
    private long windowBegan = System.nanoTime();
    private int shown;

    /**
     * Makes one for one thing to show.
     *
     * @param show shows it as it is then
     */
    public Calmly(Runnable show) {
        this.show = show;
        later.setRepeats(false);
    }

    /** There is something new to show. */
    public void run() {
        if (later.isRunning()) {
            return;
        }
        long now = System.nanoTime();
        if (now - windowBegan > WINDOW_NANOS) {
            windowBegan = now;
            shown = 0;
        }
        if (shown < AT_ONCE) {
            showNow();
        } else {
            later.start();
        }
    }

    private void showNow() {
        shown++;
        show.run();
    }
}
