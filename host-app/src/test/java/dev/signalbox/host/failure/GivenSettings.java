package dev.signalbox.host.failure;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Settings at their fallbacks, but for what a test puts in. */
final class GivenSettings implements Settings {
    private final Map<Setting<?>, Object> values = new HashMap<>();
    private final Map<Setting<?>, List<Consumer<Object>>> listeners = new HashMap<>();

    <T> GivenSettings with(Setting<T> setting, T value) {
        values.put(setting, value);
        listeners.getOrDefault(setting, List.of()).forEach(listener -> listener.accept(value));
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values.getOrDefault(setting, setting.fallback().orElseThrow());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
        Consumer<Object> listener = value -> now.accept((T) value);
        listeners.computeIfAbsent(setting, key -> new ArrayList<>()).add(listener);
        return () -> listeners.getOrDefault(setting, List.of()).remove(listener);
    }
}
