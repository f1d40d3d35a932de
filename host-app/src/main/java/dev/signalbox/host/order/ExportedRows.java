package dev.signalbox.host.order;

import dev.signalbox.host.export.FileFormat;
import dev.signalbox.host.export.JsonObject;
import dev.signalbox.host.export.TextRows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows as they are written to a file, column by column as shown. Texts are as they came, without the words the table puts
 * in their place; times are ISO-8601, in CSV with the offset of the operator's zone, in JSON in UTC. What has no value is
 * empty in CSV and null in JSON.
 */
final class ExportedRows {
    private static final Map<OrderColumn, Function<RowSnapshot, String>> TEXTS = new EnumMap<>(Map.of(
            OrderColumn.ORDER,
            row -> row.key().key(),
            OrderColumn.STATE,
            RowSnapshot::state,
            OrderColumn.STATUS,
            RowSnapshot::status,
            OrderColumn.MESSAGE,
            RowSnapshot::message,
            OrderColumn.TOPIC,
            row -> row.key().topic(),
            OrderColumn.SOURCE,
            row -> row.key().source()));

    private final List<RowSnapshot> rows;
    private final List<OrderColumn> columns;
    private final ZoneId zone;

    /** What is worked out for the screen alone, such as an age, is left out: the time behind it tells more. */
    ExportedRows(List<RowSnapshot> rows, List<OrderColumn> columns, ZoneId zone) {
        this.rows = rows;
        this.columns = leaving(columns);
        this.zone = zone;
    }

    /** The columns that leave the screen. */
    static List<OrderColumn> leaving(List<OrderColumn> columns) {
        return columns.stream()
                .filter(column -> column == OrderColumn.UPDATED || TEXTS.containsKey(column))
                .toList();
    }

    /** What a row says in a column, as it came; nothing for a column that holds no text from the wire. */
    static String text(RowSnapshot row, OrderColumn column) {
        Function<RowSnapshot, String> text = TEXTS.get(column);
        return text == null ? "" : text.apply(row);
    }

    TextRows as(FileFormat format) {
        return switch (format) {
            case CSV -> TextRows.csv(names(), rows.size(), row -> cells(rows.get(row)));
            case JSON -> TextRows.json(rows.size(), (object, row) -> fields(object, rows.get(row)));
        };
    }

    private List<String> names() {
        return columns.stream().map(OrderColumn::key).toList();
    }

    private List<String> cells(RowSnapshot row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (OrderColumn column : columns) {
            cells.add(column == OrderColumn.UPDATED ? inZone(row) : text(row, column));
        }
        return cells;
    }

    private void fields(JsonObject object, RowSnapshot row) {
        for (OrderColumn column : columns) {
            boolean ofKey = column == OrderColumn.ORDER || column == OrderColumn.TOPIC || column == OrderColumn.SOURCE;
            if (row.latest() == null && !ofKey) {
                object.nothing(column.key());
            } else if (column == OrderColumn.UPDATED) {
                object.time(column.key(), row.updated());
            } else {
                object.text(column.key(), text(row, column));
            }
        }
    }

    private String inZone(RowSnapshot row) {
        if (row.latest() == null) {
            return "";
        }
        Instant time = row.updated().truncatedTo(ChronoUnit.MILLIS);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }
}
