package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderPanelStateTest {

    @Test
    void comesBackAsItWasKept() {
        OrderPanelState state = new OrderPanelState(
                List.of(OrderColumn.STATUS, OrderColumn.ORDER),
                Map.of(OrderColumn.ORDER, 150, OrderColumn.SOURCE, 99),
                new RowOrder(OrderColumn.UPDATED, true),
                QuickFilter.FAILED,
                "hall -\"12 b\"",
                false,
                0.5);

        assertThat(OrderPanelState.of(state.toMap())).isEqualTo(state);
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
        garbage.put("sort", "colour");
        garbage.put("descending", "maybe");
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
