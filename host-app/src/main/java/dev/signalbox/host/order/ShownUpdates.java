package dev.signalbox.host.order;

/**
 * How much of what arrived was shown, since the panel was made.
 *
 * @param received updates taken in
 * @param shown changes shown, one for each row and frame
 */
public record ShownUpdates(long received, long shown) {
    /** Nothing yet. */
    public static final ShownUpdates NONE = new ShownUpdates(0, 0);
}
