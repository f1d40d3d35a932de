package dev.signalbox.sse.bench;

import java.io.InputStream;

/** A block of bytes, again and again, in reads of at most 8 KiB, as a socket would give them. */
final class RepeatedBytes extends InputStream {
    private static final int MOST_PER_READ = 8 * 1024;

    private final byte[] block;
    private long blocks;
    private int next;

    RepeatedBytes(byte[] block, long blocks) {
        this.block = block;
        this.blocks = blocks;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (next == block.length) {
            next = 0;
            blocks--;
        }
        if (blocks <= 0) {
            return -1;
        }
        int count = Math.min(Math.min(length, MOST_PER_READ), block.length - next);
        System.arraycopy(block, next, to, offset, count);
        next += count;
        return count;
    }
}
