package dev.signalbox.host.bus;

/** Puts a Throwable of a plug-in into words, which is the plug-in's code too and may fail in its turn. */
public final class CauseText {

    private CauseText() {}

    /**
     * What the Throwable says of itself.
     *
     * @param thrown the Throwable
     * @return its message, or an empty text if it has none or fails to give it
     */
    public static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException | LinkageError | AssertionError unspeakable) {
            return "";
        }
    }

    /**
     * The kind of Throwable and what it says of itself.
     *
     * @param thrown the Throwable
     * @return the name of its class, followed by its message if it has one
     */
    public static String of(Throwable thrown) {
        String message = message(thrown);
        String kind = thrown.getClass().getName();
        return message.isBlank() ? kind : kind + ": " + message;
    }
}
