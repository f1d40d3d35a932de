package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void theWholeIsEverySubjectInEveryCellAndTheFloor() {
        assertThat(cells(Plan.full()))
                .hasSize(3 * 4 * 2 * 3 + 1)
                .doesNotHaveDuplicates()
                .contains(new Cell("idle", 0, 0, Mode.PLAIN));
    }

    @Test
    void aQuickLookIsTheTwoLargestSortedCells() {
        assertThat(cells(Plan.quick()))
                .hasSize(2 * 3 + 1)
                .contains(
                        new Cell("signalbox", 100_000, 100_000, Mode.SORTED_FILTERED),
                        new Cell("glazedlists", 100_000, 1_000_000, Mode.SORTED_FILTERED),
                        new Cell("tablerowsorter", 100_000, 1_000_000, Mode.SORTED_FILTERED));
    }

    @Test
    void oneSubjectAloneKeepsItsCells() {
        assertThat(cells(Plan.full().only("glazedlists")))
                .hasSize(24)
                .allMatch(cell -> cell.subject().equals("glazedlists"));
        assertThat(Plan.full().only(Plan.HISTORY).groups()).isEmpty();
    }

    @Test
    void theModesAreNamedAsTheResultsNameThem() {
        assertThat(Stream.of(Mode.values()).map(Mode::text)).containsExactly("plain", "sorted-filtered");
        assertThat(Mode.of("sorted-filtered")).isEqualTo(Mode.SORTED_FILTERED);
    }

    private static List<Cell> cells(Plan plan) {
        return plan.groups().stream()
                .flatMap(group -> group.rates().stream().map(group::cell))
                .toList();
    }
}
