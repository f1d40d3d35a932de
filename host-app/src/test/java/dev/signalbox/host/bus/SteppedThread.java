package dev.signalbox.host.bus;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** A subscriber's thread that runs only when the test says so, and on the test's thread. */
final class SteppedThread implements Executor {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs one task; returns whether there was one. */
    boolean step() {
        Runnable task = tasks.poll();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    void runAll() {
        while (step()) {
            // until nothing is left
        }
    }
}
