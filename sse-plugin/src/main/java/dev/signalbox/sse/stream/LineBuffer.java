package dev.signalbox.sse.stream;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a byte stream into lines, in one growing buffer. Before the current line it keeps one region, the data of the
 * event so far, to which the values of later lines are appended in place.
 *
 * <pre>[kept start … kept end) … [line start … line end) … not looked at yet … limit</pre>
 */
final class LineBuffer {
    enum Found {
        LINE,
        /** A line over the bound ended; of its text only the first byte is known. */
        TOO_LONG,
        NOTHING_YET
    }

    private static final int READ_BYTES = 16 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final long LINE_FEEDS = ByteWords.each('\n');
    private static final long CARRIAGE_RETURNS = ByteWords.each('\r');
    private static final long ABOVE_LINE_ENDS = ByteWords.each('\r' + 1);

    private final int maxLineBytes;
    private int next;
    private int scanned;
    private int limit;
    private boolean atStart = true;
    private boolean afterCarriageReturn;
    private boolean skipping;

    // read by the parser
    byte[] bytes = new byte[2 * READ_BYTES];
    int start;
    int end;
    byte firstByteSkipped;
    boolean keeping;
    int keptStart;
    int keptEnd;

    LineBuffer(int maxLineBytes) {
        this.maxLineBytes = maxLineBytes;
    }

    int read(InputStream in) throws IOException {
        makeRoom();
        int count = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(count, 0);
        return count;
    }

    Found next() {
        if (atStart && !pastByteOrderMark()) {
            return Found.NOTHING_YET;
        }
        // a CR has ended its line at once; the LF that may follow, perhaps much later, belongs to it
        if (afterCarriageReturn && next < limit) {
            afterCarriageReturn = false;
            if (bytes[next] == '\n') {
                next++;
                scanned = next;
            }
        }
        int found = findLineEnd();
        if (found < 0) {
            boundUnfinishedLine();
            return Found.NOTHING_YET;
        }
        start = next;
        end = found;
        next = found + 1;
        scanned = next;
        afterCarriageReturn = bytes[found] == '\r';
        if (skipping) {
            skipping = false;
            return Found.TOO_LONG;
        }
        if (end - start > maxLineBytes) {
            firstByteSkipped = bytes[start];
            return Found.TOO_LONG;
        }
        return Found.LINE;
    }

    boolean atLineStart() {
        return next == limit && !skipping;
    }

    void keep(int from, int to) {
        keeping = true;
        keptStart = from;
        keptEnd = to;
    }

    /** Appends LF and a part of the current line, whose field name leaves room for the LF. */
    void append(int from, int to) {
        bytes[keptEnd] = '\n';
        System.arraycopy(bytes, from, bytes, keptEnd + 1, to - from);
        keptEnd += 1 + to - from;
    }

    void forget() {
        keeping = false;
    }

    private boolean pastByteOrderMark() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i == limit) {
                return false;
            }
            if (bytes[i] != BYTE_ORDER_MARK[i]) {
                atStart = false;
                return true;
            }
        }
        atStart = false;
        next = BYTE_ORDER_MARK.length;
        scanned = next;
        return true;
    }

    private int findLineEnd() {
        byte[] in = bytes;
        int to = limit;
        int i = scanned;
        // line ends are the only usual bytes below 14: most words need no closer look
        for (; i <= to - 4 * ByteWords.BYTES; i += 4 * ByteWords.BYTES) {
            long low = ByteWords.below(ByteWords.at(in, i), ABOVE_LINE_ENDS)
                    | ByteWords.below(ByteWords.at(in, i + ByteWords.BYTES), ABOVE_LINE_ENDS)
                    | ByteWords.below(ByteWords.at(in, i + 2 * ByteWords.BYTES), ABOVE_LINE_ENDS)
                    | ByteWords.below(ByteWords.at(in, i + 3 * ByteWords.BYTES), ABOVE_LINE_ENDS);
            if (low != 0) {
                int found = lineEndIn(i, i + 4 * ByteWords.BYTES);
                if (found >= 0) {
                    return found;
                }
            }
        }
        int found = lineEndIn(i, to);
        if (found < 0) {
            scanned = to;
        }
        return found;
    }

    private int lineEndIn(int from, int to) {
        byte[] in = bytes;
        int i = from;
        for (; i <= to - ByteWords.BYTES; i += ByteWords.BYTES) {
            long word = ByteWords.at(in, i);
            long ends = ByteWords.equal(word, LINE_FEEDS) | ByteWords.equal(word, CARRIAGE_RETURNS);
            if (ends != 0) {
                return i + ByteWords.first(ends);
            }
        }
        for (; i < to; i++) {
            if (in[i] == '\n' || in[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    private void boundUnfinishedLine() {
        if (!skipping && limit - next > maxLineBytes) {
            firstByteSkipped = bytes[next];
            skipping = true;
        }
        if (skipping) {
            next = limit;
        }
    }

    private void makeRoom() {
        if (bytes.length - limit >= READ_BYTES) {
            return;
        }
        int kept = keeping ? keptEnd - keptStart : 0;
        int unread = limit - next;
        int needed = kept + unread;
        // grown by half and more, so that a large event is not copied once per read
        byte[] target =
                bytes.length - needed < Math.max(READ_BYTES, needed / 2) ? new byte[needed * 2 + READ_BYTES] : bytes;
        System.arraycopy(bytes, keptStart, target, 0, kept);
        System.arraycopy(bytes, next, target, kept, unread);
        keptStart = 0;
        keptEnd = kept;
        scanned -= next - kept;
        next = kept;
        limit = needed;
        bytes = target;
    }
}
