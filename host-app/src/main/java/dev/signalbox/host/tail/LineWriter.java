package dev.signalbox.host.tail;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Lines in UTF-8, each ended by LF on every system. Nothing leaves before it is flushed or the buffer is full. */
final class LineWriter {
    private static final int BUFFER = 1 << 16;

    private final Writer out;

    LineWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /** An empty line is none. */
    void write(StringBuilder line) throws IOException {
        if (line.length() > 0) {
            out.append(line);
            out.write('\n');
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
