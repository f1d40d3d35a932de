package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one row, the oldest first, one behind the other in one array: without an object for each, millions of them
 * are nothing to the garbage collector, and a row at its bound overwrites itself in place. Recorded by one thread, read by
 * any.
 */
final class PackedChanges {
    /** What a row takes beside its array: this object, its place in the map, its key. */
    static final int BYTES_BESIDE_LOG = 128;

    /** Within what one array can be. Older changes of a row that says more than this are let go of. */
    private static final int LONGEST_LOG = 64 << 20;

    private static final byte[] NOTHING = {};

    private final CommonWords words;

    // guarded by this
    private byte[] log = NOTHING;
    private int start;
    private int end;
    private int count;
    private long letGo;
    private boolean letGoForRoom;
    private @Nullable WorkEvent last;

    /** Of the last message: most updates are told from the last one without looking that up in cold memory. */
    private int lastHash;

    /** How often the newest change was said again; written behind it when the next one comes. */
    private int repeats;

    PackedChanges(CommonWords words) {
        this.words = words;
    }

    /** Takes an update in, keeping no more than so many changes; returns by how many bytes it grew. */
    synchronized int record(WorkEvent event, int most, ChangeWriter writer) {
        WorkEvent before = last;
        if (before == null && RowChange.saysNothing(event)) {
            return 0;
        }
        int hash = event.message().hashCode();
        boolean mayRepeat = before != null && hash == lastHash;
        last = event;
        lastHash = hash;
        if (before != null && mayRepeat && RowChange.saySame(before, event)) {
            repeats++;
            return 0;
        }
        int capacity = log.length;
        if (before != null && repeats > 0 && count > 0) {
            writer.writeRepeat(repeats, before.at());
            append(writer);
        }
        repeats = 0;
        if (writer.write(event, LONGEST_LOG)) {
            keep(most - 1);
            while (end - start > LONGEST_LOG - writer.length()) {
                letGoForRoom = true;
                keep(count / 2);
            }
            append(writer);
            count++;
        } else {
            letGoForRoom = true;
            keep(0);
            letGo++;
        }
        return log.length - capacity;
    }

    /** Lets go of the oldest until no more than so many are left. */
    synchronized void keep(int most) {
        if (count <= most) {
            return;
        }
        ChangeReader oldest = new ChangeReader(log, start, end, words);
        while (count > most) {
            oldest.skip();
            count--;
            letGo++;
        }
        start = oldest.at();
    }

    /** Lets go of the older half because there is no room for all; returns how many bytes that gives back. */
    synchronized int halve() {
        int capacity = log.length;
        letGoForRoom = letGoForRoom || count > 0;
        keep(count / 2);
        log = Arrays.copyOfRange(log, start, end);
        end -= start;
        start = 0;
        return capacity - log.length;
    }

    /** Forgets everything; returns how many bytes that gives back. */
    synchronized int clear() {
        int bytes = bytes();
        keep(0);
        log = NOTHING;
        start = 0;
        end = 0;
        return bytes;
    }

    synchronized int bytes() {
        return BYTES_BESIDE_LOG + log.length;
    }

    synchronized RowHistory copy() {
        List<RowChange> changes = new ArrayList<>(count);
        ChangeReader reader = new ChangeReader(log, start, end, words);
        for (int i = 0; i < count; i++) {
            changes.add(reader.next());
        }
        if (repeats > 0 && last != null && count > 0) {
            changes.set(count - 1, changes.get(count - 1).repeated(repeats, last.at()));
        }
        Collections.reverse(changes);
        return new RowHistory(changes, letGo, letGoForRoom);
    }

    /** What a reader would notice: it differs after each change and each repeat. */
    synchronized long version() {
        return letGo + count + ((long) repeats << 32);
    }

    private void append(ChangeWriter writer) {
        int more = writer.length();
        if (log.length - end < more) {
            makeRoom(more);
        }
        writer.copyTo(log, end);
        end += more;
    }

    private void makeRoom(int more) {
        int live = end - start;
        // A quarter stays free, so that a row at its bound is not moved up with every change.
        boolean grows = live + more > log.length - log.length / 4;
        byte[] target = grows ? new byte[live + more + (live + more) / 2] : log;
        System.arraycopy(log, start, target, 0, live);
        log = target;
        start = 0;
        end = live;
    }
}
