package dev.signalbox.sse.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.sse.OpenDecoder;
import java.time.Instant;
import java.util.Arrays;

/** An input is the data of several events for one decoder, with a zero byte between them; a good one follows at the end. */
public final class DecoderFuzzer {
    private static final byte[] GOOD = "{\"orderUpdates\":{\"next\":{\"state\":\"S\",\"x\":[]}}}".getBytes(UTF_8);

    private DecoderFuzzer() {}

    /** Called by Jazzer, before it watches how long an input takes: both decoders load many classes. */
    public static void fuzzerInitialize() {
        compare(new OpenDecoder(), GOOD);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        OpenDecoder decoder = new OpenDecoder();
        int start = 0;
        for (int i = 0; i <= input.length; i++) {
            if (i == input.length || input[i] == 0) {
                compare(decoder, Arrays.copyOfRange(input, start, i));
                start = i + 1;
            }
        }
        compare(decoder, GOOD);
    }

    private static void compare(OpenDecoder decoder, byte[] event) {
        String found = decoder.decode(event, Instant.EPOCH);
        String expected = OpenDecoder.expected(event, Instant.EPOCH);
        if (!found.equals(expected)) {
            throw new AssertionError("read " + new String(event, UTF_8) + " as " + found + " and not " + expected);
        }
    }
}
