package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Setting;
import dev.signalbox.host.settings.SettingsCatalog;
import dev.signalbox.host.settings.SettingsProblem;
import dev.signalbox.host.tail.TailOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {
    private final CommandLineReader reader = new CommandLineReader(
            SettingsCatalog.ofHost()
                    .with(
                            "sse",
                            List.of(
                                    Setting.text("url", "Address", ""),
                                    Setting.lines("header", "Headers").keptSecret(),
                                    Setting.secret("token", "Token"),
                                    Setting.flag("close", "100% closed", false))),
            "1.2");

    @ParameterizedTest
    @CsvSource({
        "'', CONSOLE",
        "--demo, CONSOLE",
        "--help, HELP",
        "-h, HELP",
        "--version, VERSION",
        "-V, VERSION",
        "demo-server, DEMO_SERVER",
        "demo-server --help, DEMO_SERVER_HELP",
        "tail, TAIL",
        "tail --sse.url=x --json, TAIL",
        "tail --help, TAIL_HELP"
    })
    void knowsWhatIsAskedFor(String line, CommandLineReader.Kind kind) {
        CommandLineReader.Request request = line.isEmpty() ? reader.read() : reader.read(line.split(" "));

        assertThat(request.kind()).isEqualTo(kind);
        assertThat(request.problems()).isEmpty();
    }

    @Test
    void everySettingIsAFlagAndTheLastOneWins() {
        CommandLineReader.Request request =
                reader.read("--sse.url=a=b c", "--console.theme", "dark", "--sse.close", "--console.theme=light");

        assertThat(request.problems()).isEmpty();
        assertThat(request.flags())
                .containsOnly(
                        Map.entry("sse.url", "a=b c"),
                        Map.entry("console.theme", "light"),
                        Map.entry("sse.close", "true"));
    }

    @Test
    void linesMayBeGivenSeveralTimes() {
        assertThat(reader.read("--sse.header=A: 1, 2", "--sse.header", "B: 3").flags())
                .containsOnly(Map.entry("sse.header", "A: 1, 2\nB: 3"));
    }

    @Test
    void aFlagMayBeGivenEmpty() {
        CommandLineReader.Request request = reader.read("--sse.url=");

        assertThat(request.flags()).containsOnly(Map.entry("sse.url", ""));
        assertThat(request.problems()).isEmpty();
    }

    @Test
    void theDemoHasAUsualStoryAndOthersByName() {
        assertThat(reader.read().demo()).isEmpty();
        assertThat(reader.read("--demo").demo()).hasValue("story");
        assertThat(reader.read("--demo=endless").demo()).hasValue("endless");
        assertThat(reader.read("--demo", "storm").demo()).hasValue("storm");
        assertThat(reader.read("demo-server", "--demo=storm").demo()).hasValue("storm");
        assertThat(reader.read("--demo", "--sse.url=x").flags()).containsKey("sse.url");
    }

    @Test
    void aStoryThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(sentences("--demo=soap"))
                .containsExactly("--demo: there is no story 'soap'. There are story, endless, storm.");
        assertThat(sentences("demo-server", "--demo=soap")).hasSize(1);
    }

    @Test
    void thePortIsANumberAndHasAFallback() {
        assertThat(reader.read("demo-server").port()).isEqualTo(8080);
        assertThat(reader.read("demo-server", "--port", "0").port()).isZero();
        assertThat(sentences("demo-server", "--port", "many"))
                .singleElement()
                .asString()
                .contains("--port")
                .contains("many");
    }

    @Test
    void anotherSettingsFileCanBeNamed() {
        assertThat(reader.read("--settings=a.properties").settings()).hasValue(Path.of("a.properties"));
    }

    @Test
    void unknownFlagsAndArgumentsAreToldTogetherEachWithAHint() {
        assertThat(sentences("--sse.ulr=x", "--dmo", "demo-sever", "--nonsense", "--theme=dark"))
                .containsExactly(
                        "--sse.ulr: there is no such flag. Did you mean sse.url?",
                        "--dmo: there is no such flag. Did you mean demo?",
                        "--nonsense: there is no such flag. See --help.",
                        "--theme: there is no such flag. Did you mean console.theme?");
        assertThat(sentences("demo-sever"))
                .containsExactly("demo-sever: what is this argument? Did you mean demo-server?");
        assertThat(sentences("demo-server", "--prot=1"))
                .containsExactly("--prot: there is no such flag. Did you mean port?");
    }

    @Test
    void aMissingValueDoesNotHideWhatElseIsWrong() {
        assertThat(sentences("--sse.ulr=x", "--demo=soap", "--sse.url"))
                .hasSize(3)
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("command line: ").contains("--sse.url"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("--sse.ulr: "))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("--demo: "));
    }

    @Test
    void theValueOfAMistypedFlagIsNoSecondMistakeAndNeverEchoed() {
        for (String[] line : new String[][] {
            {"--sse.tokn", "s3cret"},
            {"--sse.tokn=s3cret"},
            {"--sse.tokn=s3\ncret"},
            {"--sse.haeder=A: s3cret\nB: s3cret"}
        }) {
            assertThat(sentences(line))
                    .singleElement()
                    .asString()
                    .doesNotContain("s3")
                    .contains("Did you mean");
        }
        assertThat(sentences("stray", "--sse.tokn", "s3cret", "other")).hasSize(3);
    }

    @Test
    void theHelpListsTheSettingsOfTheConsoleAndThePlugins() {
        assertThat(reader.help())
                .contains("Settings of the console:", "--console.theme=light|dark", "Default: light.")
                .contains("Settings of the plug-in sse:", "--sse.url=TEXT", "100% closed", "Kept apart")
                .contains("--demo", "--settings=FILE", "--plugins=DIR", "demo-server", "SIGNALBOX_SSE_URL");
        assertThat(reader.demoServerHelp()).contains("--port=N", "--demo", "story, endless, storm");
    }

    private List<String> sentences(String... line) {
        return reader.read(line).problems().stream()
                .map(SettingsProblem::toString)
                .toList();
    }

    @Test
    void aTailHasItsOwnFlags() {
        CommandLineReader.Request request = reader.read(
                "tail",
                "--source",
                "sse/orders",
                "--max-events=7",
                "--until-settled",
                "--json",
                "--settings=x.properties");

        assertThat(request.problems()).isEmpty();
        assertThat(request.tail())
                .isEqualTo(new TailOptions(Optional.of("sse/orders"), OptionalLong.of(7), true, true));
        assertThat(request.settings()).contains(Path.of("x.properties"));
    }

    @Test
    void aTailTakesEverySettingBeforeAndAfterItsNameAndTheLastWins() {
        CommandLineReader.Request request =
                reader.read("--sse.url=a", "--console.theme=dark", "tail", "--sse.url=b", "--sse.header=A: 1");

        assertThat(request.problems()).isEmpty();
        assertThat(request.flags())
                .containsOnly(
                        Map.entry("sse.url", "b"), Map.entry("console.theme", "dark"), Map.entry("sse.header", "A: 1"));
    }

    @Test
    void aFlagThatATailDoesNotHaveIsHinted() {
        assertThat(reader.read("tail", "--until-setled", "--sse.ulr=x").problems())
                .extracting(SettingsProblem::toString)
                .containsExactly(
                        "--until-setled: there is no such flag. Did you mean until-settled?",
                        "--sse.ulr: there is no such flag. Did you mean sse.url?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void aNumberOfEventsThatIsNoneIsRefused(String number) {
        assertThat(reader.read("tail", "--max-events=" + number).problems())
                .singleElement()
                .asString()
                .contains("--max-events");
    }
}
