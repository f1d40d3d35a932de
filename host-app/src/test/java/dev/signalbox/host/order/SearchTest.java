package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.ui.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the language of searches is read. */
class SearchTest {
    private final Texts texts = Texts.of(OrderPanel.class);

    @Test
    void wordsStandBetweenBlanks() {
        assertThat(terms(" hall\t12 ")).containsExactly(anywhere("hall"), anywhere("12"));
    }

    @Test
    void nothingButBlanksLooksForNothing() {
        assertThat(terms(" \t ")).isEmpty();
    }

    @Test
    void aPhraseKeepsItsBlanksAndEndsAtItsQuote() {
        assertThat(terms("\" hall 12\"b")).containsExactly(anywhere(" hall 12"), anywhere("b"));
    }

    @ParameterizedTest
    @CsvSource({
        "id,ORDER",
        "order,ORDER",
        "state,STATE",
        "STATUS,STATUS",
        "message,MESSAGE",
        "source,SOURCE",
        "Topic,TOPIC"
    })
    void aFieldIsNamedInAnyCase(String name, SearchedField field) {
        assertThat(terms(name + ":x")).containsExactly(new SearchTerm(field, false, FoldedText.of("x")));
    }

    @Test
    void aFieldTakesAPhraseToo() {
        assertThat(terms("message:\"hall 12\""))
                .containsExactly(new SearchTerm(SearchedField.MESSAGE, false, FoldedText.of("hall 12")));
    }

    @Test
    void aMinusExcludesAWordAPhraseOrAField() {
        assertThat(terms("-a -\"b c\" -status:d -state:\"e f\""))
                .containsExactly(
                        new SearchTerm(null, true, FoldedText.of("a")),
                        new SearchTerm(null, true, FoldedText.of("b c")),
                        new SearchTerm(SearchedField.STATUS, true, FoldedText.of("d")),
                        new SearchTerm(SearchedField.STATE, true, FoldedText.of("e f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORD-1", "12:04:10", "ORD-1:x", ":x", "5\"disk"})
    void minusColonAndQuoteAreLettersWhereTheyMeanNothing(String word) {
        assertThat(terms(word)).containsExactly(anywhere(word));
    }

    @Test
    void aSecondMinusIsALetter() {
        assertThat(terms("--x status:-y"))
                .containsExactly(
                        new SearchTerm(null, true, FoldedText.of("-x")),
                        new SearchTerm(SearchedField.STATUS, false, FoldedText.of("-y")));
    }

    @Test
    void anOpenQuoteIsAFault() {
        assertThat(sentence("hall \"12"))
                .isEqualTo("The quote is not closed. Write a \" at the end of what to look for.");
        assertThat(sentence("\"")).contains("not closed");
        assertThat(sentence("-message:\"a b")).contains("not closed");
    }

    @Test
    void nothingBetweenQuotesIsAFault() {
        assertThat(sentence("\"\"")).startsWith("There is nothing between the quotes.");
    }

    @Test
    void aMinusAloneIsAFault() {
        assertThat(sentence("hall - 12")).startsWith("After the minus comes a word");
        assertThat(sentence("-")).startsWith("After the minus comes a word");
    }

    @Test
    void aFieldWithNothingIsAFault() {
        assertThat(sentence("status:")).startsWith("After status: comes the word");
        assertThat(sentence("-State: shipped")).startsWith("After State: comes the word");
    }

    @Test
    void anUnknownFieldIsAFaultThatSaysWhichAreKnownAndHowToFindTheText() {
        assertThat(sentence("foo:bar"))
                .isEqualTo("No field “foo”. There are order, state, status, message, topic, source."
                        + " To find the text write \"foo:bar\".");
        assertThat(sentence("x sttaus:failed y"))
                .isEqualTo("No field “sttaus”. Did you mean status:?" + " To find the text write \"sttaus:failed\".");
    }

    @Test
    void whatAFaultRepeatsIsShort() {
        String sentence = sentence("x".repeat(400) + ":" + "y".repeat(400));

        assertThat(sentence).hasSizeLessThan(200).contains("xxx…");
    }

    @Test
    void everyFaultHasAHint() {
        for (String bad : List.of("\"", "\"\"", "-", "status:", "foo:bar")) {
            assertThat(fault(bad).hint(texts)).as(bad).isNotBlank().hasSizeLessThan(24);
        }
    }

    private static SearchTerm anywhere(String word) {
        return new SearchTerm(null, false, FoldedText.of(word));
    }

    private static List<SearchTerm> terms(String typed) {
        assertThat(Search.read(typed)).isInstanceOf(SearchQuery.class);
        return ((SearchQuery) Search.read(typed)).terms();
    }

    private static SearchFault fault(String typed) {
        assertThat(Search.read(typed)).isInstanceOf(SearchFault.class);
        return (SearchFault) Search.read(typed);
    }

    private String sentence(String typed) {
        return fault(typed).sentence(texts);
    }
}
