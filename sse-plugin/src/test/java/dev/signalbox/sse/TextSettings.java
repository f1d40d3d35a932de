package dev.signalbox.sse;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Settings as an operator writes them. */
final class TextSettings implements Settings {
    private final Map<String, String> texts = new HashMap<>();
    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

    private record Listener<T>(Setting<T> setting, Consumer<? super T> now) {
        void tell(TextSettings settings) {
            now.accept(settings.get(setting));
        }
    }

    static TextSettings of(String... keysAndTexts) {
        TextSettings settings = new TextSettings();
        settings.put(keysAndTexts);
        return settings;
    }

    /** Changes several values together, then tells each. */
    void change(String... keysAndTexts) {
        put(keysAndTexts);
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            String key = keysAndTexts[i];
            listeners.stream()
                    .filter(listener -> listener.setting().key().equals(key))
                    .forEach(listener -> listener.tell(this));
        }
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public <T> T get(Setting<T> setting) {
        String text = texts.get(setting.key());
        return text == null ? setting.fallback().orElseThrow() : setting.parse(text);
    }

    @Override
    public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
        Listener<T> listener = new Listener<>(setting, now);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void put(String... keysAndTexts) {
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            texts.put(keysAndTexts[i], keysAndTexts[i + 1]);
        }
    }
}
