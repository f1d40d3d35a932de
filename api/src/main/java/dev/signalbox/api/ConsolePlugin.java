package dev.signalbox.api;

import java.util.List;

/**
 * The one type the console looks for with {@link java.util.ServiceLoader}: a plug-in's entry.
 *
 * <p>The class is public, has a public constructor without parameters that does nothing, and carries a
 * {@link PluginDescriptor}. The console makes one instance, loaded by a class loader of its own.
 *
 * <pre>{@code
 * @PluginDescriptor(id = "tick", name = "Ticks", version = "1.0.0", api = "1.0")
 * public final class TickPlugin implements ConsolePlugin {
 *     @Override
 *     public void start(PluginContext context) {
 *         context.contribute(new TickSource());
 *     }
 * }
 * }</pre>
 */
public interface ConsolePlugin {

    /**
     * Declares the settings this plug-in understands. The console asks for them without starting the plug-in, to print
     * {@code --help} and to find unknown keys, so the method is pure: no work, no state, the same answer every time.
     *
     * @return the settings, in the order they are shown; keys are unique within the plug-in
     */
    default List<Setting<?>> settings() {
        return List.of();
    }

    /**
     * Brings the plug-in to life. What is contributed goes live together once this method returns; if it throws,
     * everything contributed or owned so far is closed, the plug-in counts as failed and the console goes on.
     *
     * <p>Runs on the plug-in's own thread, once.
     *
     * @param context what the console offers this plug-in; valid until {@link #stop} has returned
     * @throws Exception whatever went wrong; its text is shown to the operator
     */
    void start(PluginContext context) throws Exception;

    /**
     * Ends the plug-in, after its contributions were closed and before what it {@linkplain PluginContext#own owns} is.
     *
     * <p>Runs on the plug-in's own thread, at most once, only after a {@code start} that returned.
     *
     * @throws Exception whatever went wrong; it is reported and the plug-in counts as stopped all the same
     */
    default void stop() throws Exception {}
}
