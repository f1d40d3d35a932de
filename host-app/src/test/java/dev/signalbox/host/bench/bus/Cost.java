package dev.signalbox.host.bench.bus;

import org.openjdk.jmh.results.RunResult;

/**
 * What an event costs with one subject and so many subscribers.
 *
 * @param nanos of the publishing thread, by the clock
 * @param error half the width of the interval the mean lies in with 99.9 %
 * @param cpuNanos of all threads
 * @param bytes allocated by all threads
 */
record Cost(String subject, int subscribers, double nanos, double error, double cpuNanos, double bytes) {

    static Cost of(RunResult result) {
        return new Cost(
                result.getParams().getParam("subject"),
                Integer.parseInt(result.getParams().getParam("subscribers")),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                secondary(result, AllThreads.RESULT),
                secondary(result, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult result, String name) {
        // JMH puts a mark before some names
        for (String each : result.getSecondaryResults().keySet()) {
            if (each.endsWith(name)) {
                return result.getSecondaryResults().get(each).getScore();
            }
        }
        throw new IllegalStateException("JMH measured no " + name + ", only "
                + result.getSecondaryResults().keySet() + ".");
    }
}
