package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.WorkEvent;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FailureMergingTest {

    @Provide
    Arbitrary<List<List<WorkEvent>>> batches() {
        Arbitrary<String> ids = Arbitraries.of("A", "B", "C");
        Arbitrary<String> texts = Arbitraries.of("", "no stock", "payment refused");
        Arbitrary<WorkEvent> failing = Combinators.combine(ids, texts).as((id, text) -> failed(id, text, 1));
        Arbitrary<WorkEvent> moves = ids.map(id -> moving(id, 2));
        return Arbitraries.oneOf(List.of(failing, moves))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofMaxSize(8);
    }

    /** However the events are cut into batches, the list ends as if every event had come alone. */
    @Property(tries = 300)
    void theListDoesNotDependOnHowEventsAreBatched(@ForAll("batches") List<List<WorkEvent>> batches) {
        FailureList together = listOver(batches);
        FailureList alone =
                listOver(batches.stream().flatMap(List::stream).map(List::of).toList());
        assertThat(together.all()).containsExactlyInAnyOrderElementsOf(alone.all());
        assertThat(together.open()).isEqualTo(alone.open());
    }

    /** The counts said are those of the failures listed, and each stands failed exactly if its newest event did. */
    @Property(tries = 300)
    void theCountsAreThoseOfTheList(@ForAll("batches") List<List<WorkEvent>> batches) {
        FailureList list = listOver(batches);
        List<WorkEvent> events = batches.stream().flatMap(List::stream).toList();
        assertThat(list.all()).filteredOn(Failure::recovered).hasSize(list.recovered());
        assertThat(list.all()).hasSize(list.open() + list.recovered());
        for (Failure failure : list.all()) {
            WorkEvent newest = events.stream()
                    .filter(event -> Failure.Key.of(event).equals(failure.key()))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(failure.recovered()).isEqualTo(!newest.failed());
        }
    }

    private static FailureList listOver(List<? extends List<WorkEvent>> batches) {
        DirectBus bus = new DirectBus();
        FailureLog log = new FailureLog(bus, new GivenSettings(), () -> at(0));
        FailureList list = new FailureList(bus, log);
        list.start();
        log.start();
        batches.forEach(batch -> bus.publish(List.copyOf(batch)));
        return list;
    }
}
