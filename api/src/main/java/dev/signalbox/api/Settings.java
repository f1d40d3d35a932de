package dev.signalbox.api;

import java.util.function.Consumer;

/**
 * The values of a plug-in's settings. A value comes from what the operator chose in this run, else from a flag
 * ({@code --sse.url=…}), else from the environment ({@code SIGNALBOX_SSE_URL}), else from the settings file, else it is
 * the setting's fallback. Every method may be called from any thread. Implemented by the console and the test kit only.
 */
public interface Settings {

    /**
     * The current value. It was checked before, so that reading it cannot fail for a bad text.
     *
     * @param setting one of the declared settings
     * @param <T> its type
     * @return the value
     * @throws IllegalArgumentException if the plug-in did not declare the setting
     * @throws java.util.NoSuchElementException if the setting is required and has no value
     */
    <T> T get(Setting<T> setting);

    /**
     * Tells every change of a value from now on. When several values change together, all of them are in place before the
     * first call.
     *
     * @param setting one of the declared settings
     * @param now takes the new value, on the EDT
     * @param <T> its type
     * @return ends it
     * @throws IllegalArgumentException if the plug-in did not declare the setting
     */
    <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now);
}
