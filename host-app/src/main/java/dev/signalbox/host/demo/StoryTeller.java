package dev.signalbox.host.demo;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Tells a story once, each step at its time. The clock starts when somebody opens the stream. */
final class StoryTeller implements Runnable {
    private final DemoStory story;
    private final OrderFeed feed;
    private final double speed;

    StoryTeller(DemoStory story, OrderFeed feed, double speed) {
        this.story = story;
        this.feed = feed;
        this.speed = speed;
    }

    @Override
    public void run() {
        try {
            feed.awaitOpened();
            long began = System.nanoTime();
            for (Iterator<DemoStep> steps = story.steps(); steps.hasNext(); ) {
                DemoStep step = steps.next();
                long due = began + (long) (step.at().toNanos() / speed);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                if (Thread.interrupted()) { // behind its time it does not sleep, and must hear of its end all the same
                    return;
                }
                tell(step);
            }
        } catch (InterruptedException e) {
            // Told to stop: by a restart or by the end of the server.
            Thread.currentThread().interrupt();
        }
    }

    private void tell(DemoStep step) {
        if (step instanceof DemoStep.Moved moved) {
            feed.move(moved.orders());
        } else {
            feed.breakStreams();
        }
    }
}
