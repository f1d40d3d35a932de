package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WhenSettled;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class WatchTest {

    /** One thing that happens to a watch; exactly one of its parts counts. */
    private record Step(Kind kind, String key, boolean settled, boolean failed, Set<String> keys) {}

    private enum Kind {
        NOTE,
        REMOVE,
        BOUND,
        TAKE_SEEN,
        TELL
    }

    /** What a watch is, in the most obvious way. */
    private static final class Model {
        private final Map<String, String> standing = new LinkedHashMap<>();
        private boolean bounded;
        private boolean told;

        boolean allSettled() {
            return bounded && !standing.isEmpty() && settled() == standing.size();
        }

        long settled() {
            return standing.values().stream().filter(text -> !text.equals("-")).count();
        }

        long failed() {
            return standing.values().stream().filter("failed"::equals).count();
        }
    }

    @Property(tries = 1000)
    void countsAndTellsAsTheObviousModelDoes(@ForAll("steps") List<Step> steps) {
        Watch watch = new Watch(1000);
        Model model = new Model();
        for (Step step : steps) {
            switch (step.kind()) {
                case NOTE -> {
                    boolean followed = !model.bounded || model.standing.containsKey(step.key());
                    assertThat(watch.note(event(step))).isEqualTo(followed);
                    if (followed) {
                        model.standing.put(step.key(), !step.settled() ? "-" : step.failed() ? "failed" : "well");
                    }
                    model.told = model.told && model.allSettled();
                }
                case REMOVE -> {
                    watch.remove(step.key());
                    model.standing.remove(step.key());
                }
                case BOUND -> {
                    Set<String> gone = new HashSet<>(model.standing.keySet());
                    model.told = model.told && gone.equals(step.keys());
                    gone.removeAll(step.keys());
                    assertThat(watch.bound(step.keys(), WhenSettled.CLOSE)).containsExactlyInAnyOrderElementsOf(gone);
                    model.standing.keySet().retainAll(step.keys());
                    step.keys().forEach(key -> model.standing.putIfAbsent(key, "-"));
                    model.bounded = true;
                }
                case TAKE_SEEN -> {
                    watch.takeSeenAsWhole();
                    model.bounded = true;
                }
                case TELL -> {
                    assertThat(watch.tellSettled()).isEqualTo(model.allSettled() && !model.told);
                    model.told = model.told || model.allSettled();
                }
            }
            assertThat(watch.keys()).isEqualTo(model.standing.keySet());
            assertThat(watch.settled()).isEqualTo((int) model.settled());
            assertThat(watch.failed()).isEqualTo((int) model.failed());
            assertThat(watch.allSettled()).isEqualTo(model.allSettled());
            assertThat(watch.incomplete()).isEqualTo(model.bounded && model.settled() < model.standing.size());
        }
    }

    @Test
    void anOpenWatchForgetsTheOldestSettledKeyFirst() {
        Watch watch = new Watch(3);
        note(watch, "M", false, false);
        note(watch, "F", true, true);
        note(watch, "S", true, false);
        note(watch, "T", true, false);
        assertThat(watch.keys()).containsExactlyInAnyOrder("M", "F", "T");
        note(watch, "N", false, false);
        note(watch, "O", false, false);

        assertThat(watch.keys()).containsExactlyInAnyOrder("F", "N", "O");
        assertThat(watch.settled()).isEqualTo(1);
        assertThat(watch.failed()).isEqualTo(1);
    }

    @Test
    void aBoundedWatchForgetsNothing() {
        Watch watch = new Watch(1);
        watch.bound(Set.of("A", "B", "C"), WhenSettled.CLOSE);
        note(watch, "A", true, false);

        assertThat(watch.total()).isEqualTo(3);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> keys = Arbitraries.of("A", "B", "C");
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(12, Kind.NOTE),
                Tuple.of(1, Kind.REMOVE),
                Tuple.of(2, Kind.BOUND),
                Tuple.of(1, Kind.TAKE_SEEN),
                Tuple.of(5, Kind.TELL));
        return Combinators.combine(
                        kinds, keys, Arbitraries.of(true, true, false), Arbitraries.of(true, false), keys.set())
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static void note(Watch watch, String key, boolean settled, boolean failed) {
        assertThat(watch.note(event(new Step(Kind.NOTE, key, settled, failed, Set.of()))))
                .isTrue();
    }

    private static OrderEvent event(Step step) {
        return new OrderEvent(Supervised.NAME, step.key(), "", "", "", step.settled(), step.failed(), Supervised.NOON);
    }
}
