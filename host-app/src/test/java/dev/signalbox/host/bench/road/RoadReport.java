package dev.signalbox.host.bench.road;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The results as people and as programs read them. */
record RoadReport(String machine, String clock, int orders, int ordersPerMessage, List<Measured> cells) {
    /** The issue asks for this cell by name. */
    private static final long ASKED_RATE = 50_000;

    String table() {
        StringBuilder text = new StringBuilder(String.format(
                "%s%n%s%n%,d orders, %d in a message.%n%n"
                        + "| orders/s | sent | write to paint p50 ms | p99 ms | most ms | EDT late p99 ms | most ms |"
                        + " longest write ms | console cores | server cores | lags |%n"
                        + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|%n",
                machine, clock, orders, ordersPerMessage));
        for (Measured cell : cells) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.1f %% | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %s |%n",
                    cell.rate(),
                    100 * cell.sent().share(),
                    cell.paintedP50(),
                    cell.paintedP99(),
                    cell.paintedMost(),
                    cell.edtP99(),
                    cell.edtMost(),
                    cell.sent().longestWriteMillis(),
                    cell.consoleCores(),
                    cell.serverCores(),
                    cell.lag().orElse("no")));
        }
        return text.append(String.format("%n")).append(summary()).toString();
    }

    /** The highest rate up to which nothing lagged. */
    OptionalLong highest() {
        return cells.stream()
                .takeWhile(cell -> cell.lag().isEmpty())
                .mapToLong(Measured::rate)
                .max();
    }

    String json() {
        return String.format(
                        Locale.ROOT,
                        "{\"machine\":%s,\"clock\":%s,\"orders\":%d,\"orders_per_message\":%d,"
                                + "\"highest_rate_without_lag\":%d,\"cells\":[%n ",
                        quoted(machine),
                        quoted(clock),
                        orders,
                        ordersPerMessage,
                        highest().orElse(0))
                + cells.stream().map(RoadReport::json).collect(Collectors.joining(",\n "))
                + "]}\n";
    }

    private String summary() {
        String highest = highest().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Nothing lags up to %,d orders/s.",
                        highest().getAsLong())
                : "It lags at the lowest rate that was tried.";
        return cells.stream()
                        .filter(cell -> cell.rate() == ASKED_RATE)
                        .findFirst()
                        .map(cell -> String.format(
                                Locale.ROOT,
                                "%s At %,d orders/s it takes %.1f ms (p99) from the server's write to the painted cell.",
                                highest,
                                ASKED_RATE,
                                cell.paintedP99()))
                        .orElse(highest)
                + System.lineSeparator();
    }

    private static String json(Measured cell) {
        return String.format(
                Locale.ROOT,
                "{\"rate\":%d,\"sent_share\":%.4f,\"painted_p50_ms\":%.2f,\"painted_p99_ms\":%.2f,"
                        + "\"painted_max_ms\":%.2f,\"samples\":%d,\"edt_p99_ms\":%.2f,\"edt_max_ms\":%.2f,"
                        + "\"longest_write_ms\":%.2f,\"console_cores\":%.3f,\"server_cores\":%.3f,\"lag\":%s}",
                cell.rate(),
                cell.sent().share(),
                cell.paintedP50(),
                cell.paintedP99(),
                cell.paintedMost(),
                cell.samples(),
                cell.edtP99(),
                cell.edtMost(),
                cell.sent().longestWriteMillis(),
                cell.consoleCores(),
                cell.serverCores(),
                quoted(cell.lag().orElse("")));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
