package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StreamTextTest {
    /** Where the rules of UTF-8 have their borders. */
    private static final Byte[] TRICKY =
            bytes("41 7F 80 8F 90 9F A0 BF C0 C1 C2 DF E0 E1 EC ED EE EF F0 F3 F4 F5 FE FF BB");

    @Property(tries = 20_000)
    void malformedBytesAreReplacedAsTheEncodingStandardSays(@ForAll("texts") byte[] bytes) {
        assertThat(StreamText.of(bytes, 0, bytes.length)).isEqualTo(SlowUtf8.decode(bytes));
    }

    @Provide
    Arbitrary<byte[]> texts() {
        return Arbitraries.of(TRICKY).array(byte[].class).ofMaxSize(12);
    }

    @Test
    void anEncodedSurrogateIsThreeReplacementCharacters() {
        byte[] bytes = {'x', 'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b', 'x'};
        assertThat(StreamText.of(bytes, 1, 5)).isEqualTo("a\uFFFD\uFFFD\uFFFDb");
    }

    private static Byte[] bytes(String hex) {
        return Arrays.stream(hex.split(" "))
                .map(each -> HexFormat.of().parseHex(each)[0])
                .toArray(Byte[]::new);
    }
}
