package dev.signalbox.host.export;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

/**
 * Rows that become text one after the other, so that all of them together never have to be in memory. Used by one thread.
 *
 * @param count how many rows
 * @param head stands before them
 * @param row appends one row, with what stands between it and the next
 * @param foot stands behind them
 */
public record TextRows(int count, String head, ObjIntConsumer<StringBuilder> row, String foot) {

    /**
     * A CSV file with a line of names.
     *
     * @param names of the columns
     * @param count how many rows
     * @param cells the cells of a row
     * @return the rows
     */
    public static TextRows csv(List<String> names, int count, IntFunction<List<String>> cells) {
        return new TextRows(
                count, Csv.BYTE_ORDER_MARK + Csv.line(names), (text, row) -> Csv.append(cells.apply(row), text), "");
    }

    /**
     * A JSON array of objects, one object a line.
     *
     * @param count how many rows
     * @param fields gives an object the fields of a row
     * @return the rows
     */
    public static TextRows json(int count, ObjIntConsumer<JsonObject> fields) {
        return new TextRows(
                count,
                "[\n",
                (text, row) -> {
                    JsonObject object = JsonObject.in(text);
                    fields.accept(object, row);
                    object.end();
                    text.append(row == count - 1 ? "\n" : ",\n");
                },
                "]\n");
    }

    /**
     * The whole as one text.
     *
     * @param progress told of each row
     * @return the text
     */
    public String text(Progress progress) {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < count; i++) {
            progress.step();
            row.accept(text, i);
        }
        return text.append(foot).toString();
    }
}
