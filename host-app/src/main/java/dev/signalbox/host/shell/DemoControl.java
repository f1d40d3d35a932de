package dev.signalbox.host.shell;

/** What the window needs of the demo. EDT. */
public interface DemoControl {

    /** Starts the demo, or its story anew. */
    void replay();

    /** Ends the demo, if it runs, and gives the stream's settings back. */
    void stop();

    /**
     * Whether the demo runs.
     *
     * @return true while it does
     */
    boolean running();
}
