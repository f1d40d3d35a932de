package dev.signalbox.host.export;

import java.io.IOException;

/**
 * Something that takes a while and is done off the EDT.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {

    /**
     * Does it.
     *
     * @param progress told of each step
     * @return what came of it
     * @throws IOException if it could not be done
     */
    T run(Progress progress) throws IOException;
}
