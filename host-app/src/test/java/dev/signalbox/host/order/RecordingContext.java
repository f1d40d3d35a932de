package dev.signalbox.host.order;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.api.ui.PanelContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A console for one panel: hands it batches at once, and writes down what it asks for. */
final class RecordingContext implements PanelContext {
    final List<List<String>> invoked = new ArrayList<>();
    private final List<Consumer<List<ConsoleEvent>>> listeners = new ArrayList<>();
    private final Map<Setting<?>, List<Consumer<Object>>> settingListeners = new HashMap<>();
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    void say(ConsoleEvent... batch) {
        listeners.forEach(listener -> listener.accept(List.of(batch)));
    }

    void say(ConnectionState state, String reason) {
        say(new ConnectionChanged(Orders.SOURCE, state, 1, Optional.empty(), reason, Orders.NOON));
    }

    <T> void change(Setting<T> setting, T now) {
        settingListeners.getOrDefault(setting, List.of()).forEach(listener -> listener.accept(now));
    }

    void close() throws Exception {
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }

    int listeners() {
        return listeners.size()
                + settingListeners.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public EventBus events() {
        return new EventBus() {
            @Override
            public void publish(List<? extends ConsoleEvent> events) {
                throw new AssertionError("the panel publishes nothing");
            }

            @Override
            public <E extends ConsoleEvent> Subscription subscribe(
                    Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
                Consumer<List<ConsoleEvent>> listener = events -> batch.accept(
                        events.stream().filter(type::isInstance).map(type::cast).toList());
                listeners.add(listener);
                return () -> listeners.remove(listener);
            }
        };
    }

    @Override
    public Settings settings() {
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.fallback().orElseThrow();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
                Consumer<Object> listener = value -> now.accept((T) value);
                settingListeners
                        .computeIfAbsent(setting, key -> new ArrayList<>())
                        .add(listener);
                return () -> settingListeners
                        .getOrDefault(setting, new ArrayList<>())
                        .remove(listener);
            }
        };
    }

    @Override
    public List<SourceControl> sources() {
        return List.of();
    }

    @Override
    public Actions actions() {
        return new Actions() {
            @Override
            public void invoke(String actionId, List<? extends WorkEvent> about) {
                List<String> call = new ArrayList<>(List.of(actionId));
                about.forEach(event -> call.add(event.key()));
                invoked.add(call);
            }
        };
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        owned.push(resource);
        return resource;
    }
}
