package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Rules of the row of attempts that hold whatever a server does. Time is virtual. */
final class AttemptsTest {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(2);
    private static final SourceSettings SETTINGS =
            new SourceSettings(Duration.ofSeconds(45), Duration.ofMinutes(2), FIRST, MOST, AFTER_REFUSAL, 100);

    private final VirtualTimers timers = new VirtualTimers();

    /** A session as a server may make it; negative: it did not. */
    record Try(long openMillis, long retryMillis, long retryAfterMillis) {}

    @Provide
    Arbitrary<Try> tries() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1, 20_000),
                        Arbitraries.longs().between(-50_000, 100_000),
                        Arbitraries.longs().between(-500_000, 500_000))
                .as(Try::new);
    }

    @Property(tries = 300)
    void theNextAttemptIsNeverEarlierThanTheServerAskedForLastingOrOnce(
            @ForAll @Size(min = 1, max = 30) List<@From("tries") Try> tries, @ForAll long seed) {
        Attempts attempts = new Attempts(new Random(seed));
        Duration lasting = FIRST;
        for (Try one : tries) {
            Duration delay = session(attempts, one);
            lasting = one.retryMillis() < 0 ? lasting : Duration.ofMillis(one.retryMillis());
            Duration once = Duration.ofMillis(Math.max(0, one.retryAfterMillis()));

            assertThat(delay).isGreaterThanOrEqualTo(lasting).isGreaterThanOrEqualTo(once);
            Duration least = lasting.compareTo(once) > 0 ? lasting : once;
            assertThat(delay.toMillis()).isLessThanOrEqualTo(Math.max(MOST.toMillis(), least.toMillis() + 30_000));
        }
    }

    @Property(tries = 200)
    void afterARefusalItIsNeverEarlierEither(@ForAll("tries") Try one, @ForAll long seed) {
        Attempts attempts = new Attempts(new Random(seed));
        session(attempts, one);
        Duration delay = attempts.delayAfterRefusal(SETTINGS);

        assertThat(delay).isGreaterThanOrEqualTo(AFTER_REFUSAL);
        assertThat(delay.toMillis())
                .isGreaterThanOrEqualTo(one.retryMillis())
                .isGreaterThanOrEqualTo(one.retryAfterMillis());
    }

    @Property(tries = 100)
    void aServerThatOpensAndClosesAtOnceIsNotHammeredWhateverDelayItWishes(
            @ForAll @LongRange(min = 0, max = 9_999) long openMillis,
            @ForAll @LongRange(min = 0, max = 50) long retryMillis,
            @ForAll long seed) {
        Attempts attempts = new Attempts(new Random(seed));
        Instant end = timers.now().plus(Duration.ofHours(1));
        int made = 0;
        while (timers.now().isBefore(end)) {
            timers.advance(session(attempts, new Try(openMillis, retryMillis, -1)));
            made++;
        }

        // ten doublings reach the minute; from then on half of it on average
        assertThat(made).isLessThan(250);
    }

    @Property(tries = 100)
    void onlyAStreamThatWasHealthyForAWhileBeginsANewRow(@ForAll @LongRange(min = -1, max = 20_000) long openMillis) {
        Attempts attempts = new Attempts(most());
        for (int i = 0; i < 10; i++) {
            session(attempts, new Try(-1, -1, -1));
        }
        Duration delay = session(attempts, new Try(openMillis, -1, -1));

        boolean healthy = openMillis >= Attempts.HEALTHY_AFTER.toMillis();
        assertThat(delay).isEqualTo(healthy ? FIRST.multipliedBy(2) : MOST);
    }

    /** Lets a session be made and broken; returns how long to wait then. */
    private Duration session(Attempts attempts, Try one) {
        attempts.begin();
        if (one.openMillis() >= 0) {
            attempts.opened(timers.now());
            timers.advance(Duration.ofMillis(one.openMillis()));
        }
        if (one.retryMillis() >= 0) {
            attempts.serverDelay(Duration.ofMillis(one.retryMillis()));
        }
        if (one.retryAfterMillis() >= 0) {
            attempts.retryAfter(Duration.ofMillis(one.retryAfterMillis()));
        }
        return attempts.nextDelay(SETTINGS, timers.now());
    }

    private static Random most() {
        return new Random() {
            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
    }
}
