package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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

    // The last update, without holding on to it: a reference from an old object to each new event keeps the garbage
    // collector busy. Most updates are told from the last one by the hash of what it says; else the log tells.
    private boolean any;
    private int lastHash;
    private int lastKind;
    private long lastSecond;
    private int lastNano;

    /** Where the newest change begins in the log; -1 if that is not there. */
    private int newest = -1;

    /** How often the newest change was said again; written behind it when the next one comes. */
    private int repeats;

    PackedChanges(CommonWords words) {
        this.words = words;
    }

    /** Takes an update in, keeping no more than so many changes; returns by how many bytes it grew. */
    synchronized int record(WorkEvent event, int most, ChangeWriter writer) {
        if (!any && RowChange.saysNothing(event)) {
            return 0;
        }
        if (repeatsLast(event)) {
            repeats++;
            saidAt(event.at());
            return 0;
        }
        int capacity = log.length;
        if (repeats > 0 && count > 0) {
            writer.writeRepeat(repeats, lastSaid());
            append(writer);
        }
        any = true;
        repeats = 0;
        newest = -1;
        lastHash = hash(event);
        lastKind = kind(event);
        saidAt(event.at());
        if (writer.write(event, LONGEST_LOG)) {
            keep(most - 1);
            while (end - start > LONGEST_LOG - writer.length()) {
                letGoForRoom = true;
                keep(count / 2);
            }
            append(writer);
            newest = end - writer.length();
            count++;
        } else {
            letGoForRoom = true;
            keep(0);
            letGo++;
        }
        return log.length - capacity;
    }

    private boolean repeatsLast(WorkEvent event) {
        if (newest < 0 || kind(event) != lastKind || hash(event) != lastHash) {
            return false;
        }
        RowChange last = new ChangeReader(log, newest, end, words).next();
        return last.message().equals(event.message())
                && last.status().equals(event.status())
                && last.state().equals(event.state());
    }

    private static int hash(WorkEvent event) {
        return (event.message().hashCode() * 31 + event.status().hashCode()) * 31
                + event.state().hashCode();
    }

    private static int kind(WorkEvent event) {
        return (event.settled() ? 1 : 0) | (event.failed() ? 2 : 0);
    }

    private void saidAt(Instant at) {
        lastSecond = at.getEpochSecond();
        lastNano = at.getNano();
    }

    private Instant lastSaid() {
        return Instant.ofEpochSecond(lastSecond, lastNano);
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
        newest = newest < start ? -1 : newest;
    }

    /** Lets go of the older half because there is no room for all; returns how many bytes that gives back. */
    synchronized int halve() {
        int capacity = log.length;
        letGoForRoom = letGoForRoom || count > 0;
        keep(count / 2);
        log = Arrays.copyOfRange(log, start, end);
        newest = newest < start ? -1 : newest - start;
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
        if (repeats > 0 && count > 0) {
            changes.set(count - 1, changes.get(count - 1).repeated(repeats, lastSaid()));
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
        newest = newest < 0 ? -1 : newest - start;
        log = target;
        start = 0;
        end = live;
    }
}
