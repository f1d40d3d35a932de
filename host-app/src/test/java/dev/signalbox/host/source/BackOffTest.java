package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class BackOffTest {

    @Property(tries = 500)
    void isNeverBelowWhatWasAskedForNorAboveItsWindow(
            @ForAll @LongRange(min = 0, max = 100_000) long base,
            @ForAll @LongRange(min = 0, max = 100_000) long most,
            @ForAll @LongRange(min = 0, max = 100_000) long floor,
            @ForAll @IntRange(max = 100) int failures,
            @ForAll long seed) {
        BackOff backOff = BackOff.first(Duration.ofMillis(base), Duration.ofMillis(most));
        for (int i = 0; i < failures; i++) {
            backOff = backOff.next();
        }
        long delay = backOff.delay(Duration.ofMillis(floor), new Random(seed)).toMillis();
        long least = Math.max(base, floor);
        double window = Math.min((double) most, Math.max(100, base) * Math.pow(2, failures + 1.0));
        double spread = least + Math.min(least / 4.0, 30_000);

        assertThat(delay).isGreaterThanOrEqualTo(least);
        assertThat((double) delay).isLessThanOrEqualTo(Math.max(spread, window));
    }

    @Property(tries = 200)
    void consolesThatLostTheSamePeerDoNotComeBackInTheSameInstantHoweverLongTheyAreToldToWait(
            @ForAll @LongRange(min = 0, max = 86_400_000) long floor, @ForAll long seed) {
        Random random = new Random(seed);
        BackOff backOff = BackOff.first(Duration.ofSeconds(2), Duration.ofMinutes(1));
        Set<Long> seconds = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            seconds.add(backOff.delay(Duration.ofMillis(floor), random).toMillis() / 100);
        }

        assertThat(seconds).hasSizeGreaterThan(5);
    }

    @Test
    void drawsFromTheWholeWindowAboveTheFloor() {
        Random random = new Random(7);
        BackOff backOff =
                BackOff.first(Duration.ofSeconds(2), Duration.ofMinutes(1)).next();
        double[] delays = random.ints(1000)
                .mapToDouble(i -> backOff.delay(Duration.ofSeconds(3), random).toMillis())
                .sorted()
                .toArray();

        assertThat(delays[0]).isBetween(3000.0, 3100.0);
        assertThat(delays[500]).isBetween(5000.0, 6000.0);
        assertThat(delays[999]).isBetween(7900.0, 8000.0);
    }

    @Test
    void growsEvenFromNoDelayAtAll() {
        BackOff backOff = BackOff.first(Duration.ZERO, Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            backOff = backOff.next();
        }
        Random random = new Random(7);
        BackOff grown = backOff;

        long most = random.ints(100)
                .mapToLong(i -> grown.delay(Duration.ZERO, random).toMillis())
                .max()
                .orElseThrow();
        assertThat(most).isGreaterThan(50_000);
    }

    @Test
    void anotherBaseKeepsTheFailures() {
        BackOff backOff =
                BackOff.first(Duration.ofSeconds(2), Duration.ofMinutes(1)).next();

        assertThat(backOff.withBase(Duration.ofSeconds(5)).failures()).isEqualTo(1);
    }
}
