package dev.signalbox.host.demo;

import java.util.Iterator;
import java.util.List;

/** What the demo server tells. Both methods are pure: every call gives the same, from the beginning. */
public interface DemoStory {
    /**
     * The orders before the first step.
     *
     * @return every order of the story
     */
    List<DemoOrder> orders();

    /**
     * What happens then.
     *
     * @return the steps in the order of their times; may never end
     */
    Iterator<DemoStep> steps();

    /**
     * A story written by hand.
     *
     * @param orders the orders before the first step; may be empty
     * @param steps the steps in the order of their times; none for a server that is told everything through
     *     {@link DemoServer#publish(List)}
     * @return the story
     */
    static DemoStory of(List<DemoOrder> orders, List<DemoStep> steps) {
        List<DemoOrder> before = List.copyOf(orders);
        List<DemoStep> then = List.copyOf(steps);
        return new DemoStory() {
            @Override
            public List<DemoOrder> orders() {
                return before;
            }

            @Override
            public Iterator<DemoStep> steps() {
                return then.iterator();
            }
        };
    }
}
