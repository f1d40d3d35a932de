package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderPanelStateTest {

    @Test
    void comesBackAsItWasKept() {
        OrderPanelState state = new OrderPanelState(
                List.of(OrderColumn.STATUS, OrderColumn.ORDER),
                Map.of(OrderColumn.ORDER, 150, OrderColumn.SOURCE, 99),
                Set.of(OrderColumn.AGE, OrderColumn.MESSAGE),
                new RowOrder(List.of(
                        new RowOrder.Key(OrderColumn.STATE, false), new RowOrder.Key(OrderColumn.UPDATED, true))),
                QuickFilter.FAILED,
                "hall -\"12 b\"",
                false,
                0.5);

        assertThat(OrderPanelState.of(state.toMap())).isEqualTo(state);
    }

    @Test
    void readsASingleColumnSortedByAsItWasKeptAtFirst() {
        OrderPanelState state = OrderPanelState.of(Map.of("sort", "updated", "descending", "true"));

        assertThat(state.order()).isEqualTo(new RowOrder(OrderColumn.UPDATED, true));
        assertThat(state.hidden()).isEmpty();
    }

    @Test
    void isAsAtFirstWhenNothingWasKept() {
        assertThat(OrderPanelState.of(Map.of())).isEqualTo(OrderPanelState.FIRST);
    }

    @Test
    void readsWhatWasKeptBeforeSearchesWere() {
        OrderPanelState state = OrderPanelState.of(Map.of("filter", "moving", "sort", "state"));

        assertThat(state.quick()).isEqualTo(QuickFilter.MOVING);
        assertThat(state.search()).isEmpty();
    }

    @Test
    void dropsASearchThatCannotBeReadOrIsTooLong() {
        assertThat(OrderPanelState.of(Map.of("search", "status:failed")).search())
                .isEqualTo("status:failed");
        assertThat(OrderPanelState.of(Map.of("search", "status:")).search()).isEmpty();
        assertThat(OrderPanelState.of(Map.of("search", "x".repeat(501))).search())
                .isEmpty();
    }

    @Test
    void passesOverWhatMakesNoSense() {
        Map<String, String> garbage = new HashMap<>();
        garbage.put("columns", "order,order,nonsense,,status," + "x,".repeat(10_000));
        garbage.put("width.order", "-3");
        garbage.put("width.state", "1e9");
        garbage.put("width.status", "wide");
        garbage.put("width.message", "NaN");
        garbage.put("hidden", "nonsense,," + "x,".repeat(10_000));
        garbage.put("sort", "colour,,");
        garbage.put("descending", "maybe,true,true,true");
        garbage.put("filter", "FAILED; drop");
        garbage.put("details", "perhaps");
        garbage.put("split", "7");

        OrderPanelState state = OrderPanelState.of(garbage);

        assertThat(state.columns()).containsExactly(OrderColumn.ORDER, OrderColumn.STATUS);
        assertThat(state.widths()).isEmpty();
        assertThat(state.order()).isEqualTo(RowOrder.FIRST);
        assertThat(state.quick()).isEqualTo(QuickFilter.ALL);
        assertThat(state.detailsShown()).isTrue();
        assertThat(state.split()).isEqualTo(OrderPanelState.FIRST_SPLIT);
    }
}
