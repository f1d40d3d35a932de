package dev.signalbox.api;

/**
 * What panels and actions may do with the life of a source. Every method may be called from any thread and returns at
 * once; what came of it arrives as a {@link ConnectionChanged}.
 */
public interface SourceControl {

    /**
     * The source's name, as its events carry it.
     *
     * @return {@code pluginId/contributionId}
     */
    String source();

    /**
     * Where the source's life stands now.
     *
     * @return the state
     */
    ConnectionState state();

    /** Starts or resumes. After everything was settled or the source was closed it starts a new watch: rows are dropped. */
    void connect();

    /** Closes the connection and keeps the watch, its rows and the resume token, until {@link #connect}. */
    void pause();

    /** Drops the connection, if there is one, or the wait for the next attempt, and connects at once. */
    void reconnectNow();

    /** Ends the watch: closes the connection and does not reconnect. Rows stay on screen. */
    void close();
}
