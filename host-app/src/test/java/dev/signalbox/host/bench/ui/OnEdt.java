package dev.signalbox.host.bench.ui;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Does something on the EDT and waits for it. */
final class OnEdt {

    private OnEdt() {}

    static void run(Runnable task) throws InterruptedException {
        try {
            EventQueue.invokeAndWait(task);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    static <T> T get(Supplier<T> question) throws InterruptedException {
        AtomicReference<T> answer = new AtomicReference<>();
        run(() -> answer.set(question.get()));
        return Objects.requireNonNull(answer.get());
    }
}
