package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of WHATWG HTML 9.2.6, written down as slowly and obviously as possible, over the whole stream at once. */
final class SlowEventStreamParser {
    private final int maxEventBytes;
    private final List<String> found = new ArrayList<>();
    private @Nullable String data;
    private String type = "";
    private String id = "";
    private boolean oversize;

    SlowEventStreamParser(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /** Bytes are kept as characters of the same number until the end, so that no decoding can interfere. */
    List<String> parse(byte[] stream) {
        String text = new String(stream, ISO_8859_1);
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        String normalized = text.replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        for (int end = normalized.indexOf('\n'); end >= 0; end = normalized.indexOf('\n', start)) {
            line(normalized.substring(start, end));
            start = end + 1;
        }
        return found;
    }

    private void line(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.length() > maxEventBytes + "retry: ".length()) {
            oversize |= !line.startsWith(":");
        } else if (line.startsWith(":")) {
            found.add("comment " + utf8(line.substring(1)));
        } else if (line.contains(":")) {
            String value = line.substring(line.indexOf(':') + 1);
            field(line.substring(0, line.indexOf(':')), value.startsWith(" ") ? value.substring(1) : value);
        } else {
            field(line, "");
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "event" -> type = value;
            case "data" -> addData(value);
            case "id" -> id = value.indexOf('\0') >= 0 ? id : value;
            case "retry" -> {
                if (value.matches("[0-9]+")) {
                    long millis =
                            value.replaceFirst("^0+(?=.)", "").length() > 10 ? Long.MAX_VALUE : Long.parseLong(value);
                    found.add("retry " + Math.min(millis, EventStreamParser.MAX_RETRY_MILLIS));
                }
            }
            default -> {
                // ignored
            }
        }
    }

    private void addData(String value) {
        String joined = data == null ? value : data + "\n" + value;
        if (joined.length() > maxEventBytes) {
            oversize = true;
        }
        data = joined;
    }

    private void dispatch() {
        if (oversize) {
            found.add("oversize id=" + utf8(id));
        } else if (data == null) {
            found.add("blank id=" + utf8(id));
        } else {
            found.add("message " + (type.isEmpty() ? "message" : utf8(type)) + " id=" + utf8(id) + " " + utf8(data));
        }
        data = null;
        type = "";
        oversize = false;
    }

    private static String utf8(String bytes) {
        return SlowUtf8.decode(bytes.getBytes(ISO_8859_1));
    }
}
