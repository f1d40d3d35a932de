package dev.signalbox.sse.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What reading one stream took. */
record Sample(double eventsPerSecond, double cpuNanosPerEvent, double bytesPerEvent) {
    String line() {
        return eventsPerSecond + " " + cpuNanosPerEvent + " " + bytesPerEvent;
    }

    static Sample parse(String line) {
        String[] numbers = line.split(" ", 3);
        return new Sample(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    static Sample median(List<Sample> rounds) {
        return new Sample(
                median(rounds, Sample::eventsPerSecond),
                median(rounds, Sample::cpuNanosPerEvent),
                median(rounds, Sample::bytesPerEvent));
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
