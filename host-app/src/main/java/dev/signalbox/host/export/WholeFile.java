package dev.signalbox.host.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes a file whole or not at all: beside its place first, then moved there. What was there stays until then, and stays
 * for good when writing fails or is cancelled. A device or a pipe is written to as it is.
 */
public final class WholeFile {
    private static final int CHARACTERS_AT_ONCE = 16_384;

    private WholeFile() {}

    /**
     * Writes rows, in UTF-8. Takes its time; not on the EDT.
     *
     * @param file where; what is there is replaced, and a link is followed
     * @param rows what
     * @param progress told of each row
     * @throws IOException if it cannot be written; {@link WhyNotWritten} has words for it
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static void write(Path file, TextRows rows, Progress progress) throws IOException {
        boolean there = Files.exists(file);
        Path target = there ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "Is a directory");
        }
        if (there && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        if (there && !Files.isRegularFile(target)) {
            try (FileChannel device = FileChannel.open(target, StandardOpenOption.WRITE)) {
                write(device, rows, progress);
            }
            return;
        }
        writeBeside(target, there, rows, progress);
    }

    private static void writeBeside(Path target, boolean replaces, TextRows rows, Progress progress)
            throws IOException {
        Path part = target.resolveSibling(".signalbox-" + UUID.randomUUID() + ".part");
        boolean inPlace = false;
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(channel, rows, progress);
                channel.force(true);
            }
            if (replaces) {
                keepPermissions(target, part);
            }
            move(part, target);
            inPlace = true;
        } finally {
            if (!inPlace) {
                discard(part);
            }
        }
    }

    private static void write(FileChannel channel, TextRows rows, Progress progress) throws IOException {
        // Its own encoder: that of Files would refuse half a surrogate pair, which a server may well send.
        Writer out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(rows.head());
        for (int i = 0; i < rows.count(); i++) {
            progress.step();
            rows.row().accept(text, i);
            if (text.length() >= CHARACTERS_AT_ONCE) {
                out.append(text);
                text.setLength(0);
            }
        }
        out.append(text).append(rows.foot());
        out.flush();
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException gone) {
            // Why it could not be written is told; the folder that went away took the part with it.
        }
    }
}
