package dev.signalbox.api;

import java.util.List;

/**
 * A kind of stream the operator can connect to from the window: what the dialog <em>Connect to stream…</em> asks for, and a
 * way to try it before it is kept. When the operator connects, the values become the plug-in's settings and reach it
 * through {@link Settings#onChange}.
 */
public interface StreamSetup extends Contribution {

    /**
     * What kind of stream it is.
     *
     * @return a few words of plain text
     */
    String title();

    /**
     * What the dialog asks for.
     *
     * @return some of the settings the plug-in {@linkplain ConsolePlugin#settings() declared}, in the order they are asked;
     *     always the same
     */
    List<Setting<?>> asks();

    /**
     * Tries to connect and says in words what answered. Changes nothing. Runs on a thread of its own, which is interrupted
     * when the operator gives up; it should return within a few seconds.
     *
     * @param candidate the settings as they would be
     * @return what answered, in a sentence or two
     * @throws FatalSourceException when connecting so cannot work; its next step is shown too
     * @throws Exception when it did not work; the message is shown
     */
    String test(Settings candidate) throws Exception;
}
