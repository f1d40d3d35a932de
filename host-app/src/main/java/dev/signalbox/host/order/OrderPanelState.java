package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the operator left the panel. That the view was paused is not kept.
 *
 * @param columns the columns shown, from left to right
 * @param widths the columns' widths, before scaling to the screen
 * @param order how rows are sorted
 * @param quick the quick filter
 * @param search the search, which can be read
 * @param detailsShown whether the details are shown
 * @param split the table's share of the height, from 0.1 to 0.9
 */
record OrderPanelState(
        List<OrderColumn> columns,
        Map<OrderColumn, Integer> widths,
        RowOrder order,
        QuickFilter quick,
        String search,
        boolean detailsShown,
        double split) {
    static final double FIRST_SPLIT = 0.64;
    static final OrderPanelState FIRST =
            new OrderPanelState(List.of(), Map.of(), RowOrder.FIRST, QuickFilter.ALL, "", true, FIRST_SPLIT);

    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 4000;

    Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("columns", columns.stream().map(OrderColumn::key).collect(Collectors.joining(",")));
        widths.forEach((column, width) -> map.put("width." + column.key(), Integer.toString(width)));
        map.put("sort", order.column().key());
        map.put("descending", Boolean.toString(order.descending()));
        map.put("filter", quick.key());
        map.put("search", search);
        map.put("details", Boolean.toString(detailsShown));
        map.put("split", String.format(Locale.ROOT, "%.3f", split));
        return map;
    }

    /** Reads what was kept; whatever makes no sense is as it was at first. */
    static OrderPanelState of(Map<String, String> map) {
        List<OrderColumn> columns = new ArrayList<>();
        Stream.of(map.getOrDefault("columns", "").split(",", OrderColumn.ALL.size() + 1))
                .flatMap(key -> OrderColumn.named(key).stream())
                .distinct()
                .forEach(columns::add);
        Map<OrderColumn, Integer> widths = new EnumMap<>(OrderColumn.class);
        for (OrderColumn column : OrderColumn.ALL) {
            number(map, "width." + column.key(), LEAST_WIDTH, MOST_WIDTH)
                    .ifPresent(width -> widths.put(column, width.intValue()));
        }
        RowOrder order = OrderColumn.named(map.getOrDefault("sort", ""))
                .map(column -> new RowOrder(column, "true".equals(map.get("descending"))))
                .orElse(FIRST.order());
        QuickFilter quick = Stream.of(QuickFilter.values())
                .filter(filter -> filter.key().equals(map.get("filter")))
                .findFirst()
                .orElse(FIRST.quick());
        String search = map.getOrDefault("search", "");
        if (search.length() > SearchDocument.MOST_CHARACTERS || Search.read(search) instanceof SearchFault) {
            search = FIRST.search();
        }
        boolean details = !"false".equals(map.get("details"));
        return new OrderPanelState(
                columns,
                widths,
                order,
                quick,
                search,
                details,
                number(map, "split", 0.1, 0.9).orElse(FIRST_SPLIT));
    }

    private static Optional<Double> number(Map<String, String> map, String key, double least, double most) {
        try {
            return Optional.of(Double.valueOf(map.getOrDefault(key, "")))
                    .filter(value -> value >= least && value <= most);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
