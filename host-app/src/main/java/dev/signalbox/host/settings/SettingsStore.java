package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of all settings in this run. Reading is safe from any thread; changing happens on the EDT, so that listeners
 * are told there without a further crossing.
 *
 * <p>A value comes from the overlay of its owner (the demo lays one over the stream's settings), else from what the
 * operator chose in this run, else from what was given at the start, else it is the fallback.
 */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final SettingsCatalog catalog;
    private final SettingsFiles files;
    private final Map<String, String> given;
    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

    // guarded by this
    private final Map<String, String> filed;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Map<String, String>> overlays = new HashMap<>();

    /** Not a record: two listeners with the same consumer are two. */
    private static final class Listener<T> {
        private final String key;
        private final Setting<T> setting;
        private final Consumer<? super T> now;

        Listener(String key, Setting<T> setting, Consumer<? super T> now) {
            this.key = key;
            this.setting = setting;
            this.now = now;
        }

        boolean concernedBy(@Nullable String before, @Nullable String after) {
            return !Objects.equals(before, after) && !value(before).equals(value(after));
        }

        private Optional<T> value(@Nullable String text) {
            return text == null ? setting.fallback() : Optional.of(setting.parse(text));
        }
    }

    /**
     * Makes a store.
     *
     * @param catalog what there is
     * @param reading what was given at the start
     * @param files where changes are kept
     */
    public SettingsStore(SettingsCatalog catalog, SettingsReading reading, SettingsFiles files) {
        this.catalog = catalog;
        this.files = files;
        this.given = reading.given();
        this.filed = new HashMap<>(reading.filed());
    }

    /**
     * What there is.
     *
     * @return the catalog
     */
    public SettingsCatalog catalog() {
        return catalog;
    }

    /**
     * The settings of one owner.
     *
     * @param prefix the owner, such as {@code console} or a plug-in's id
     * @return its settings
     */
    public Settings of(String prefix) {
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                return value(prefix + "." + setting.key(), setting);
            }

            @Override
            public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
                String key = declared(prefix + "." + setting.key());
                Listener<T> listener = new Listener<>(key, setting, now);
                listeners.add(listener);
                return () -> listeners.remove(listener);
            }
        };
    }

    /**
     * The settings of one owner as they would be with other values, for trying them out.
     *
     * @param prefix the owner
     * @param candidates texts by full key
     * @return settings that never change
     */
    public Settings candidate(String prefix, Map<String, String> candidates) {
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                String text = candidates.get(prefix + "." + setting.key());
                return text == null ? of(prefix).get(setting) : setting.parse(text);
            }

            @Override
            public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
                return () -> {};
            }
        };
    }

    /**
     * The text of a value, as it would be written.
     *
     * @param fullKey the full key
     * @return the text; the fallback's when nobody said
     */
    public synchronized String text(String fullKey) {
        String text = lookUp(fullKey);
        return text != null
                ? text
                : catalog.find(fullKey).map(Setting::fallbackText).orElse("");
    }

    /**
     * Whether anybody gave a value.
     *
     * @param fullKey the full key
     * @return false when the fallback holds
     */
    public synchronized boolean given(String fullKey) {
        return lookUp(fullKey) != null;
    }

    /**
     * Changes values for this run and keeps them in the files. Takes effect even if they cannot be kept.
     *
     * @param changes texts by full key
     * @throws IllegalArgumentException if one cannot be read; then nothing changes
     * @throws IOException if the files cannot be written; the message says which
     */
    public void choose(Map<String, String> changes) throws IOException {
        changes.forEach((key, text) -> catalog.find(declared(key)).ifPresent(setting -> setting.parse(text)));
        change(() -> {
            chosen.putAll(changes);
            filed.putAll(changes);
        });
        keep();
    }

    /**
     * Lays other values over all settings of one owner; keys not named have their fallback. Not kept in any file.
     *
     * @param prefix the owner
     * @param values texts by full key
     */
    public void overlay(String prefix, Map<String, String> values) {
        change(() -> overlays.put(prefix, Map.copyOf(values)));
    }

    /**
     * Lays other values over all settings of one owner before anybody listens, so that it is no change; on any thread.
     *
     * @param prefix the owner
     * @param values texts by full key
     */
    public synchronized void beginWithOverlay(String prefix, Map<String, String> values) {
        if (!listeners.isEmpty()) {
            throw new IllegalStateException("somebody listens already; settings change on the EDT");
        }
        overlays.put(prefix, Map.copyOf(values));
    }

    /**
     * Takes the overlay of an owner away.
     *
     * @param prefix the owner
     */
    public void removeOverlay(String prefix) {
        change(() -> overlays.remove(prefix));
    }

    private void change(Runnable how) {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException("settings change on the EDT");
        }
        Map<String, String> before;
        Map<String, String> after;
        synchronized (this) {
            before = texts();
            how.run();
            after = texts();
        }
        for (Listener<?> listener : listeners) {
            if (listener.concernedBy(before.get(listener.key), after.get(listener.key))
                    && listeners.contains(listener)) {
                tell(listener);
            }
        }
    }

    /** One that throws stops nobody. */
    private <T> void tell(Listener<T> listener) {
        T value = value(listener.key, listener.setting);
        try {
            listener.now.accept(value);
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            LOG.warn("a listener to {} failed", listener.key, failure);
        }
    }

    private <T> T value(String key, Setting<T> setting) {
        Optional<String> text;
        synchronized (this) {
            text = Optional.ofNullable(lookUp(declared(key)));
        }
        return text.map(setting::parse)
                .or(setting::fallback)
                .orElseThrow(() -> new NoSuchElementException(key + " is required and has no value"));
    }

    private Map<String, String> texts() {
        Map<String, String> all = new HashMap<>();
        catalog.keys().forEach(key -> {
            String text = lookUp(key);
            if (text != null) {
                all.put(key, text);
            }
        });
        return all;
    }

    private @Nullable String lookUp(String key) {
        Map<String, String> overlay = overlays.get(key.substring(0, key.indexOf('.')));
        if (overlay != null) {
            return overlay.get(key);
        }
        String now = chosen.get(key);
        return now != null ? now : given.get(key);
    }

    private String declared(String key) {
        if (catalog.find(key).isEmpty()) {
            throw new IllegalArgumentException(key + " was not declared by its owner");
        }
        return key;
    }

    private void keep() throws IOException {
        Map<String, String> open = new LinkedHashMap<>();
        Map<String, String> secret = new LinkedHashMap<>();
        synchronized (this) {
            filed.forEach((key, text) -> {
                boolean hide = catalog.find(key).map(Setting::secret).orElse(false);
                (hide ? secret : open).put(key, text);
            });
        }
        files.write(open, secret);
    }
}
