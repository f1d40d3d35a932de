package dev.signalbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private enum Pace {
        SLOW,
        VERY_FAST
    }

    @Test
    void aTextIsTakenAsItIs() {
        Setting<String> setting = Setting.text("name", "Name", "fallback");

        assertThat(setting.kind()).isEqualTo(Setting.Kind.TEXT);
        assertThat(setting.parse(" a, b ")).isEqualTo(" a, b ");
        assertThat(setting.fallback()).hasValue("fallback");
        assertThat(setting.fallbackText()).isEqualTo("fallback");
    }

    @Test
    void textsKeepTheirOrderAndLoseBlanksAndRepetitions() {
        Setting<Set<String>> setting =
                Setting.texts("names", "Names", new LinkedHashSet<>(List.of("zebra", "ant", "bee")));

        assertThat(setting.kind()).isEqualTo(Setting.Kind.TEXTS);
        assertThat(setting.fallbackText()).isEqualTo("zebra,ant,bee");
        assertThat(setting.fallback().orElseThrow()).containsExactly("zebra", "ant", "bee");
        assertThat(setting.parse(" z , a,,b ,a,")).containsExactly("z", "a", "b");
        assertThat(setting.parse("")).isEmpty();
    }

    @Test
    void textsAreNotChangedByWhoDeclaredThem() {
        Set<String> mine = new LinkedHashSet<>(Set.of("a"));
        Setting<Set<String>> setting = Setting.texts("names", "Names", mine);
        mine.add("b");

        assertThat(setting.fallback()).hasValue(Set.of("a"));
        assertThat(setting.parse("a,b")).isUnmodifiable();
    }

    @Test
    void linesAreOneEachWithoutTheBlankOnes() {
        Setting<List<String>> setting = Setting.lines("header", "Headers");

        assertThat(setting.kind()).isEqualTo(Setting.Kind.LINES);
        assertThat(setting.parse("A: 1, 2\n\n  \nB: 3")).containsExactly("A: 1, 2", "B: 3");
        assertThat(setting.fallback()).hasValue(List.of());
        assertThat(setting.fallbackText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", " on ,true", "'',true", "false,false", "No,false", "off,false"})
    void aFlagIsReadAsPeopleWriteIt(String text, boolean value) {
        assertThat(Setting.flag("on", "On", false).parse(text)).isEqualTo(value);
    }

    @Test
    void aFlagSaysWhatItExpects() {
        Setting<Boolean> setting = Setting.flag("on", "On", true);

        assertThat(setting.choices()).containsExactly("true", "false");
        assertThat(setting.fallbackText()).isEqualTo("true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.parse("maybe"))
                .withMessage("expected true or false");
    }

    @Test
    void aNumberIsReadUpToItsBounds() {
        Setting<Integer> setting = Setting.number("rows", "Rows", 5, -3, 10);

        assertThat(setting.parse("-3")).isEqualTo(-3);
        assertThat(setting.parse(" 10 ")).isEqualTo(10);
        assertThat(setting.fallbackText()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4", "11", "", "many", "1.5", "99999999999", "0x5"})
    void aNumberSaysItsBounds(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.number("rows", "Rows", 5, -3, 10).parse(text))
                .withMessage("expected a whole number from -3 to 10");
    }

    @Test
    void aDurationIsReadAndWrittenAsPeopleDo() {
        Setting<Duration> setting = Setting.duration("idle", "Idle", Duration.ofSeconds(90));

        assertThat(setting.parse("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(setting.fallbackText()).isEqualTo("90s");
        assertThat(setting.parse(setting.fallbackText())).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aChoiceIsOneOfItsWordsInAnyCase() {
        Setting<Pace> setting = Setting.choice("pace", "Pace", Pace.VERY_FAST);

        assertThat(setting.choices()).containsExactly("slow", "very-fast");
        assertThat(setting.fallbackText()).isEqualTo("very-fast");
        assertThat(setting.parse(" Slow ")).isEqualTo(Pace.SLOW);
        assertThat(setting.parse("very-fast")).isEqualTo(Pace.VERY_FAST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.parse("VERY_FAST"))
                .withMessage("expected one of slow, very-fast");
    }

    @Test
    void aSecretIsAbsentUntilGivenAndKeptApart() {
        Setting<Optional<String>> setting = Setting.secret("token", "Token");

        assertThat(setting.secret()).isTrue();
        assertThat(setting.fallback()).hasValue(Optional.empty());
        assertThat(setting.parse("")).isEmpty();
        assertThat(setting.parse("  ")).isEmpty();
        assertThat(setting.parse(" s3cret ")).hasValue(" s3cret ");
    }

    @Test
    void anySettingMayBeKeptSecretAndStaysWhatItIs() {
        Setting<List<String>> open = Setting.lines("header", "Headers");
        Setting<List<String>> kept = open.keptSecret();

        assertThat(open.secret()).isFalse();
        assertThat(kept.secret()).isTrue();
        assertThat(kept.key()).isEqualTo("header");
        assertThat(kept.label()).isEqualTo("Headers");
        assertThat(kept.kind()).isEqualTo(Setting.Kind.LINES);
        assertThat(kept.parse("a\nb")).containsExactly("a", "b");
    }

    @Test
    void aRequiredSettingHasNoFallback() {
        Setting<Integer> setting = Setting.required("port", "Port", Integer::valueOf);

        assertThat(setting.fallback()).isEmpty();
        assertThat(setting.fallbackText()).isEmpty();
        assertThat(setting.parse("5")).isEqualTo(5);
    }

    @Test
    void anOptionalSettingIsAbsentWhenEmptyAndParsedOtherwise() {
        Setting<Optional<Integer>> setting = Setting.optional("port", "Port", Integer::valueOf);

        assertThat(setting.fallback()).hasValue(Optional.empty());
        assertThat(setting.parse(" ")).isEmpty();
        assertThat(setting.parse("5")).hasValue(5);
        assertThatIllegalArgumentException().isThrownBy(() -> setting.parse("five"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "idle-timeout", "v2", "a-1"})
    void aKeyIsLowerCaseWordsJoinedByHyphens(String key) {
        assertThat(Setting.text(key, "Label", "").key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Url", "idle_timeout", "idle.timeout", "-url", "url-", "a--b", "1a", "a b", "ä"})
    void anyOtherKeyIsRefusedByName(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.text(key, "Label", ""))
                .withMessage("a setting's key is lower-case words joined by hyphens, not '" + key + "'");
    }

    @Test
    void aSettingShowsItsKeyAndNeverAValue() {
        assertThat(Setting.text("name", "Name", "value")).hasToString("name");
    }
}
