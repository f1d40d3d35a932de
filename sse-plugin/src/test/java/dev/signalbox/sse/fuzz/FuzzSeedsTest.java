package dev.signalbox.sse.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzers begin with, and what they found once, read without looking for more. */
class FuzzSeedsTest {
    private static final Path SEEDS = Path.of("src", "test", "resources", "fuzz");

    @ParameterizedTest
    @MethodSource("parserSeeds")
    void theParserReadsItAsTheObviousOneDoes(Path seed) throws IOException {
        ParserFuzzer.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("decoderSeeds")
    void theDecoderReadsItAsTheObviousOneDoes(Path seed) throws IOException {
        DecoderFuzzer.fuzzerTestOneInput(Files.readAllBytes(seed));
    }

    static List<Path> parserSeeds() throws IOException {
        return seeds("ParserFuzzer");
    }

    static List<Path> decoderSeeds() throws IOException {
        return seeds("DecoderFuzzer");
    }

    private static List<Path> seeds(String fuzzer) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS.resolve(fuzzer))) {
            List<Path> seeds = files.sorted().toList();
            assertThat(seeds).isNotEmpty();
            return seeds;
        }
    }
}
