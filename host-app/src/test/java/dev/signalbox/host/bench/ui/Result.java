package dev.signalbox.host.bench.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a cell measured.
 *
 * @param edtShare of a core that the EDT used, without what measuring did there
 * @param achievedRate updates a second that were really handed over
 * @param lookShare of a core that measuring the staleness used, on the EDT
 */
record Result(
        Cell cell,
        double edtP50Millis,
        double edtP99Millis,
        double edtMostMillis,
        double staleP99Millis,
        double edtShare,
        double heapMib,
        double achievedRate,
        double lookShare) {
    private static final double KEPT_UP = 0.95;

    /** Whether the subject took what was asked; if not, its numbers belong to the lower rate. */
    boolean keptUp() {
        return achievedRate >= KEPT_UP * cell.rate();
    }

    /** For the JVM that collects; it knows the cell. */
    String line() {
        return DoubleStream.of(
                        cell.rate(),
                        edtP50Millis,
                        edtP99Millis,
                        edtMostMillis,
                        staleP99Millis,
                        edtShare,
                        heapMib,
                        achievedRate,
                        lookShare)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }

    static Result parse(CellGroup group, String line) {
        double[] n = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Result(group.cell((int) n[0]), n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"subject\":\"%s\",\"orders\":%d,\"rate\":%d,\"mode\":\"%s\",\"edt_p50_ms\":%.3f,\"edt_p99_ms\":%.3f,"
                        + "\"edt_max_ms\":%.3f,\"stale_p99_ms\":%.3f,\"edt_share\":%.4f,\"heap_mb\":%.1f}",
                cell.subject(),
                cell.orders(),
                cell.rate(),
                cell.mode().text(),
                edtP50Millis,
                edtP99Millis,
                edtMostMillis,
                staleP99Millis,
                edtShare,
                heapMib);
    }
}
