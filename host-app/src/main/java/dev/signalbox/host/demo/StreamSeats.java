package dev.signalbox.host.demo;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the open streams and keeps them to a number. Safe for all threads. */
final class StreamSeats {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int seats;

    // Under the lock.
    private int taken;

    StreamSeats(int seats) {
        this.seats = seats;
    }

    int seats() {
        return seats;
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    boolean take() {
        lock.lock();
        try {
            if (taken == seats) {
                return false;
            }
            taken++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            taken--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many are taken; false when they were not in time. */
    boolean await(int wanted, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (taken != wanted) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
