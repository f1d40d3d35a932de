package dev.signalbox.sse.stream;

import static dev.signalbox.sse.stream.ParsedStream.data;
import static dev.signalbox.sse.stream.ParsedStream.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndWithLfCrOrCrlf(String end) {
        assertThat(data("data: 1" + end + end + "data: 2" + end + end)).containsExactly("1", "2");
    }

    @Test
    void aLoneCrEndsTheLineAtOnceWithoutLookingAhead() {
        assertThat(data("data: 1\r\r")).containsExactly("1");
    }

    @Test
    void aLfThatFollowsACrInALaterReadIsSkipped() {
        assertThat(data("data: 1\r", "\ndata: 2\r", "\n\r", "\n")).containsExactly("1\n2");
    }

    @Test
    void crLfLfIsALineAndABlankLine() {
        assertThat(data("data: 1\r\n\n")).containsExactly("1");
    }

    @Test
    void oneLeadingByteOrderMarkIsDropped() {
        assertThat(data("\uFEFFdata: 1\n\n")).containsExactly("1");
    }

    @Test
    void aByteOrderMarkSplitOverReadsIsDropped() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, ""));
        parsed.feed(new byte[] {(byte) 0xEF}).feed(new byte[] {(byte) 0xBB}).feed(new byte[] {(byte) 0xBF});
        assertThat(parsed.feed("data: 1\n\n").found()).containsExactly("message message id= 1");
    }

    @Test
    void aSecondByteOrderMarkBelongsToTheFieldName() {
        assertThat(items("\uFEFF\uFEFFdata: 1\n\n")).containsExactly("blank id=");
    }

    @Test
    void severalDataLinesAreJoinedByLf() {
        assertThat(data("data: a\ndata:\ndata: b\n\n")).containsExactly("a\n\nb");
    }

    @Test
    void oneLeadingSpaceOfAValueIsDropped() {
        assertThat(data("data:a\n\n", "data: b\n\n", "data:  c\n\n", "data:\td\n\n"))
                .containsExactly("a", "b", " c", "\td");
    }

    @Test
    void aFieldWithoutColonHasAnEmptyValue() {
        assertThat(data("data\n\n", "data\ndata\n\n")).containsExactly("", "\n");
    }

    @Test
    void aValueMayContainColons() {
        assertThat(data("data: a:b: c\n\n")).containsExactly("a:b: c");
    }

    @Test
    void fieldNamesAreMatchedExactly() {
        assertThat(items("Data: 1\n data: 2\ndata : 3\ndatum: 4\nids: 5\n\n")).containsExactly("blank id=");
    }

    @Test
    void theTypeIsMessageUnlessTheEventNamesAnother() {
        assertThat(items("event: order\ndata: 1\n\ndata: 2\n\nevent:\ndata: 3\n\n"))
                .containsExactly("message order id= 1", "message message id= 2", "message message id= 3");
    }

    @Test
    void theLastOfSeveralTypesCounts() {
        assertThat(items("event: a\nevent: b\ndata: 1\n\n")).containsExactly("message b id= 1");
    }

    @Test
    void anEventWithoutDataIsNotDispatchedButItsIdCounts() {
        assertThat(items("event: ping\nid: 7\n\ndata: 1\n\n")).containsExactly("blank id=7", "message message id=7 1");
    }

    @Test
    void theIdStaysUntilAnotherComesAndAnEmptyOneClearsIt() {
        assertThat(items("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"))
                .containsExactly("message message id=1 a", "message message id=1 b", "message message id= c");
    }

    @Test
    void anIdWithNulIsIgnored() {
        assertThat(items("id: 1\n\nid: 2\0\ndata: a\n\n")).containsExactly("blank id=1", "message message id=1 a");
    }

    @Test
    void anIdTakesEffectAtTheBlankLine() {
        EventStreamParser parser = new EventStreamParser(100, "before");
        new ParsedStream(parser).feed("id: 2\ndata: unfinished\n");
        assertThat(parser.lastEventId()).isEqualTo("before");
    }

    @Test
    void theIdResumedFromIsTheLastOneUntilTheServerSendsAnother() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, "41"));
        assertThat(parsed.feed("data: a\n\nid: 42\ndata: b\n\n").found())
                .containsExactly("message message id=41 a", "message message id=42 b");
    }

    @Test
    void retryIsReportedWhenItIsDigitsOnly() {
        assertThat(items("retry: 1500\nretry: 1s\nretry:\nretry: -1\nretry: 2.5\n"))
                .containsExactly("retry 1500");
    }

    @Test
    void aRetryBeyondAllMeasureIsBounded() {
        assertThat(items("retry: 99999999999999999999999999\n"))
                .containsExactly("retry " + EventStreamParser.MAX_RETRY_MILLIS);
    }

    @Test
    void commentsAreSurfaced() {
        assertThat(items(":\n: keep-alive\ndata: 1\n:within\n\n"))
                .containsExactly("comment ", "comment  keep-alive", "comment within", "message message id= 1");
    }

    @Test
    void discardsAnUnfinishedEventAtEndOfStream() {
        assertThat(data("data: 1\n\ndata: 2\n")).containsExactly("1");
    }

    @Test
    void discardsAnUnfinishedLineAtEndOfStream() {
        assertThat(data("data: 1\n\ndata: 2")).containsExactly("1");
    }

    @Test
    void otherLineSeparatorsAreOrdinaryCharacters() {
        assertThat(data("data: a\u2028b\u0085c\fd\u000Be\n\n")).containsExactly("a\u2028b\u0085c\fd\u000Be");
    }

    @Test
    void malformedBytesBecomeReplacementCharactersInText() {
        byte[] stream = {'d', 'a', 't', 'a', ':', (byte) 0xC3, (byte) 0x28, '\n', '\n'};
        assertThat(new ParsedStream(new EventStreamParser(100, "")).feed(stream).found())
                .containsExactly("message message id= \uFFFD(");
    }

    @Test
    void aCharacterSplitOverReadsIsWhole() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, ""));
        parsed.feed(new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xE2, (byte) 0x82});
        assertThat(parsed.feed(new byte[] {(byte) 0xAC, '\n', '\n'}).found()).containsExactly("message message id= €");
    }

    @Test
    void anEventOverTheLimitIsSkippedWithItsIdCountedAndTheNextIsRead() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(10, ""));
        parsed.feed("data: 1234567890\n\nid: 2\ndata: 123456\ndata: 1234\n\ndata: 3\n\n");
        assertThat(parsed.found())
                .containsExactly("message message id= 1234567890", "oversize id=2", "message message id=2 3");
    }

    @Test
    void aLineWithoutEndIsNotKept() throws IOException {
        EventStreamParser parser = new EventStreamParser(1_000, "");
        ParsedStream parsed = new ParsedStream(parser).feed("data: ");
        for (int i = 0; i < 1_000; i++) {
            parsed.feed("x".repeat(1_000));
        }
        assertThat(parser.buffer().length).isLessThan(100_000);
        assertThat(parsed.feed("\n\ndata: 1\n\n").found()).containsExactly("oversize id=", "message message id= 1");
        assertThat(parser.read(new ByteArrayInputStream(new byte[0]))).isEqualTo(-1);
    }

    @Test
    void aCommentOverTheLimitIsDroppedAndItsEventKept() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(10, ""));
        parsed.feed("data: 1\n:" + "x".repeat(30) + "\n\n");
        assertThat(parsed.found()).containsExactly("message message id= 1");
    }

    @Test
    void anEventOfFifteenMebibytesIsRead() {
        String large = "x".repeat(15 * 1024 * 1024);
        assertThat(data("data: " + large + "\n\n"))
                .singleElement()
                .satisfies(text -> assertThat(text.length()).isEqualTo(large.length()));
    }

    @Test
    void theIdIsTheSameInstanceUntilItChanges() {
        EventStreamParser parser = new EventStreamParser(100, "");
        ParsedStream parsed = new ParsedStream(parser).feed("id: 1\n\n");
        String first = parser.lastEventId();
        parsed.feed("id: 1\ndata: a\n\n");
        assertThat(parser.lastEventId()).isSameAs(first);
    }

    @Test
    void knowsWhetherItIsBetweenEvents() {
        EventStreamParser parser = new EventStreamParser(100, "");
        ParsedStream parsed = new ParsedStream(parser);
        assertThat(parser.betweenEvents()).isTrue();
        parsed.feed("da");
        assertThat(parser.betweenEvents()).isFalse();
        parsed.feed("ta: 1\n");
        assertThat(parser.betweenEvents()).isFalse();
        parsed.feed("\n");
        assertThat(parser.betweenEvents()).isTrue();
    }
}
