package dev.signalbox.host.order;

/**
 * How many updates the table has taken in, and how many changes of rows it has shown for them: one for each row and frame.
 * Both count from the opening of the panel.
 *
 * @param received updates taken in
 * @param shown changes of rows shown
 */
public record ShownUpdates(long received, long shown) {
    /** Nothing yet. */
    public static final ShownUpdates NONE = new ShownUpdates(0, 0);
}
