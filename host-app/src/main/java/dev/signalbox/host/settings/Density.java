package dev.signalbox.host.settings;

/** How much room a table row takes. */
public enum Density {
    /** As many rows as can be read. */
    COMPACT(20),
    /** Some air. */
    NORMAL(24),
    /** For touch and for tired eyes. */
    ROOMY(30);

    private final int rowHeight;

    Density(int rowHeight) {
        this.rowHeight = rowHeight;
    }

    /**
     * The height of a row.
     *
     * @return pixels, before scaling to the screen
     */
    public int rowHeight() {
        return rowHeight;
    }
}
