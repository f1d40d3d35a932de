package dev.signalbox.host.order;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the operator left the panel. That the view was paused is not kept.
 *
 * @param columns the columns shown, from left to right
 * @param widths the columns' widths, before scaling to the screen
 * @param hidden the columns the operator has hidden
 * @param order how rows are sorted
 * @param quick the quick filter
 * @param search the search, which can be read
 * @param detailsShown whether the details are shown
 * @param split the table's share of the height, from 0.1 to 0.9
 */
record OrderPanelState(
        List<OrderColumn> columns,
        Map<OrderColumn, Integer> widths,
        Set<OrderColumn> hidden,
        RowOrder order,
        QuickFilter quick,
        String search,
        boolean detailsShown,
        double split) {
    static final double FIRST_SPLIT = 0.64;
    static final OrderPanelState FIRST =
            new OrderPanelState(List.of(), Map.of(), Set.of(), RowOrder.FIRST, QuickFilter.ALL, "", true, FIRST_SPLIT);

    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 4000;

    Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("columns", keys(columns.stream()));
        map.put("hidden", keys(hidden.stream()));
        widths.forEach((column, width) -> map.put("width." + column.key(), Integer.toString(width)));
        map.put("sort", keys(order.keys().stream().map(RowOrder.Key::column)));
        map.put("descending", join(order.keys().stream().map(key -> Boolean.toString(key.descending()))));
        map.put("filter", quick.key());
        map.put("search", search);
        map.put("details", Boolean.toString(detailsShown));
        map.put("split", String.format(Locale.ROOT, "%.3f", split));
        return map;
    }

    /** Reads what was kept; whatever makes no sense is as it was at first. */
    static OrderPanelState of(Map<String, String> map) {
        List<OrderColumn> columns = columns(map, "columns");
        Set<OrderColumn> hidden = Set.copyOf(columns(map, "hidden"));
        Map<OrderColumn, Integer> widths = new EnumMap<>(OrderColumn.class);
        for (OrderColumn column : OrderColumn.ALL) {
            number(map, "width." + column.key(), LEAST_WIDTH, MOST_WIDTH)
                    .ifPresent(width -> widths.put(column, width.intValue()));
        }
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
                hidden,
                order(map),
                quick,
                search,
                details,
                number(map, "split", 0.1, 0.9).orElse(FIRST_SPLIT));
    }

    /** Each column sorted by, and in the same place whether it descends; a single one is how it was kept at first. */
    private static RowOrder order(Map<String, String> map) {
        String[] descending = parts(map, "descending");
        String[] sort = parts(map, "sort");
        Map<OrderColumn, RowOrder.Key> keys = new LinkedHashMap<>();
        for (int i = 0; i < sort.length; i++) {
            boolean down = i < descending.length && descending[i].equals("true");
            OrderColumn.named(sort[i]).ifPresent(column -> keys.putIfAbsent(column, new RowOrder.Key(column, down)));
        }
        return keys.isEmpty() ? FIRST.order() : new RowOrder(List.copyOf(keys.values()));
    }

    private static List<OrderColumn> columns(Map<String, String> map, String key) {
        return Stream.of(parts(map, key))
                .flatMap(part -> OrderColumn.named(part).stream())
                .distinct()
                .toList();
    }

    private static String[] parts(Map<String, String> map, String key) {
        return map.getOrDefault(key, "").split(",", OrderColumn.ALL.size() + 1);
    }

    private static String keys(Stream<OrderColumn> columns) {
        return join(columns.map(OrderColumn::key));
    }

    private static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining(","));
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
