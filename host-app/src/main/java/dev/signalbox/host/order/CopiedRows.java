package dev.signalbox.host.order;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as text for the clipboard: a line each, cells between tabs, as spreadsheets take it. */
final class CopiedRows {

    private CopiedRows() {}

    static String of(List<OrderRow> rows, List<OrderColumn> columns, RowWords words) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> oneCell(words.of(row, column)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** What would end a cell or a line becomes a blank. */
    private static String oneCell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
