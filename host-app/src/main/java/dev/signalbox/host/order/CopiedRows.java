package dev.signalbox.host.order;

import dev.signalbox.host.export.Csv;
import dev.signalbox.host.export.TextRows;
import java.util.List;

/**
 * Rows as text for the clipboard: a line each, cells between tabs, as spreadsheets take it. What they would run as a
 * formula is made harmless here as in a file.
 */
final class CopiedRows {

    private CopiedRows() {}

    static TextRows of(List<RowSnapshot> rows, List<OrderColumn> columns, RowWords words) {
        List<OrderColumn> leaving = ExportedRows.leaving(columns);
        return new TextRows(
                rows.size(),
                "",
                (text, row) -> {
                    for (int i = 0; i < leaving.size(); i++) {
                        text.append(i == 0 ? "" : "\t");
                        text.append(oneCell(cell(rows.get(row), leaving.get(i), words)));
                    }
                    text.append(row == rows.size() - 1 ? "" : "\n");
                },
                "");
    }

    private static String cell(RowSnapshot row, OrderColumn column, RowWords words) {
        if (column == OrderColumn.STATUS) {
            return words.status(row.meaning(), row.status());
        }
        if (column == OrderColumn.UPDATED) {
            return row.latest() == null ? "" : words.exactly(row.updated());
        }
        return ExportedRows.text(row, column);
    }

    /** What would end a cell or a line becomes a blank. */
    private static String oneCell(String text) {
        String line = text.replace("\r\n", " ");
        if (line.indexOf('\t') >= 0 || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            line = line.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        }
        return Csv.inert(line);
    }
}
