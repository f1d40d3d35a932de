package dev.signalbox.host.bench.road;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OrderStreamTest {
    private static final int ORDERS = 1_000;
    private static final int MESSAGES = 2_500;
    private static final Pattern ORDER = Pattern.compile(
            "\"(ORD-\\d+)\":\\{\"state\":\"(\\w+)\",\"status\":\"(\\w+)\",\"message\":\"(\\d+ \\d+)\"}");

    private final OrderStream stream = new OrderStream(ORDERS, 10, 4_096);

    @Test
    void eachMessageIsAChunkAndHoldsTenOrders() throws IOException {
        List<String> chunks = written();

        assertThat(chunks).hasSize(MESSAGES);
        assertThat(chunks.get(0))
                .startsWith("id: 1\ndata: {\"orderUpdates\":{\"ORD-")
                .endsWith("\"}}}\n\n");
        assertThat(chunks.get(MESSAGES - 1)).startsWith("id: " + MESSAGES + "\n");
        assertThat(chunks).allSatisfy(chunk -> assertThat(orders(chunk)).hasSize(10));
    }

    @Test
    void theLastWordsAreWhatWasWrittenLast() throws IOException {
        Map<String, LastWord> last = new HashMap<>();
        written().forEach(chunk -> orders(chunk).forEach(word -> last.put(word.order(), word)));

        assertThat(stream.lastWords()).hasSize(ORDERS).containsExactlyInAnyOrderElementsOf(last.values());
    }

    @Test
    void ordersMoveAndEndAndSomeFail() throws IOException {
        Set<String> states = new HashSet<>();
        written().forEach(chunk -> orders(chunk).forEach(word -> states.add(word.state() + " " + word.status())));

        assertThat(states).containsExactlyInAnyOrder("PROCESSING IN_PROGRESS", "SHIPPED COMPLETED", "CANCELLED FAILED");
    }

    @Test
    void aStampTellsWhenItWasWritten() {
        assertThat(Stamp.of(new Stamp(17, 12_345).text())).isEqualTo(new Stamp(17, 12_345));
        assertThat(Stamp.isIn("17 12345")).isTrue();
        assertThat(Stamp.isIn("Picking 3 items")).isFalse();
        assertThat(Stamp.isIn("17 ")).isFalse();
    }

    /** Reads the chunks as an HTTP client does. */
    private List<String> written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            stream.append(1_000 + i);
            if (stream.waiting() > 4_096) {
                stream.flush(out);
            }
        }
        stream.flush(out);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        List<String> chunks = new ArrayList<>();
        while (in.available() > 0) {
            String length = new String(in.readNBytes(6), US_ASCII);
            chunks.add(new String(in.readNBytes(Integer.parseInt(length.strip(), 16)), US_ASCII));
            assertThat(new String(in.readNBytes(2), US_ASCII)).isEqualTo("\r\n");
        }
        return chunks;
    }

    private static List<LastWord> orders(String chunk) {
        List<LastWord> words = new ArrayList<>();
        Matcher order = ORDER.matcher(chunk);
        while (order.find()) {
            words.add(new LastWord(order.group(1), order.group(2), order.group(3), order.group(4)));
        }
        return words;
    }
}
