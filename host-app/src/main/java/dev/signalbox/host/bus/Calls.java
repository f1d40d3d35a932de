package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls into a subscriber, which may be a plug-in's code. */
final class Calls {

    private Calls() {}

    /** Calls with the subscriber's context class loader. Returns what it threw; only an error of the machine passes. */
    static <E extends ConsoleEvent> Optional<Throwable> call(
            Subscriber subscriber, Consumer<? super List<E>> callback, List<E> batch) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(subscriber.loader());
        try {
            callback.accept(batch);
            return Optional.empty();
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable failure) {
            return Optional.of(failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
