package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what it is given, from any thread. */
final class Recorder<E extends ConsoleEvent> implements Consumer<List<? extends E>> {
    private final List<List<E>> batches = new ArrayList<>();

    @Override
    public synchronized void accept(List<? extends E> batch) {
        batches.add(List.copyOf(batch));
    }

    synchronized List<List<E>> batches() {
        return List.copyOf(batches);
    }

    synchronized List<E> events() {
        return batches.stream().flatMap(List::stream).toList();
    }

    synchronized <T extends ConsoleEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
