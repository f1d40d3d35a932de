package dev.signalbox.sse.stream;

import static dev.signalbox.sse.stream.ParsedStream.data;
import static dev.signalbox.sse.stream.ParsedStream.items;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void crCrLfIsALineAndABlankLine() {
        assertThat(items("data: 1\r\r\ndata: 2\r\r\n"))
                .containsExactly("message message id= 1", "message message id= 2");
    }

    @Test
    void aLfAfterACrIsSkippedOnlyOnce() {
        assertThat(items("data: 1\r", "\n", "\n", "\n")).containsExactly("message message id= 1", "blank id=");
    }

    @Test
    void anEmptyReadChangesNothing() {
        assertThat(items("", "data: 1\r", "", "\n", "", "\n", "")).containsExactly("message message id= 1");
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aByteOrderMarkIsDroppedWhereverItIsSplit(int at) {
        byte[] stream = "\uFEFFdata: 1\n\n".getBytes(UTF_8);
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, ""));
        parsed.feed(Arrays.copyOf(stream, at)).feed(Arrays.copyOfRange(stream, at, stream.length));
        assertThat(parsed.found()).containsExactly("message message id= 1");
    }

    @Test
    void partOfAByteOrderMarkIsPartOfAFieldName() {
        byte[] stream = {(byte) 0xEF, (byte) 0xBB, '\n', 'd', 'a', 't', 'a', ':', '1', '\n', '\n'};
        assertThat(new ParsedStream(new EventStreamParser(100, "")).feed(stream).found())
                .containsExactly("message message id= 1");
    }

    @Test
    void aByteOrderMarkAfterTheFirstEventIsPartOfAFieldName() {
        assertThat(items("data: 1\n\n", "\uFEFFdata: 2\n\n")).containsExactly("message message id= 1", "blank id=");
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

    @ParameterizedTest
    @ValueSource(strings = {"data", "data:", "data: "})
    void aDataLineWithoutAValueIsAnEventWithEmptyData(String line) {
        assertThat(items(line + "\n\n")).containsExactly("message message id= ");
    }

    @Test
    void aValueMayContainColons() {
        assertThat(data("data: a:b: c\n\n")).containsExactly("a:b: c");
    }

    @Test
    void fieldNamesAreMatchedExactly() {
        assertThat(items("Data: 1\n data: 2\ndata : 3\ndatum: 4\nids: 5\n\n")).containsExactly("blank id=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "Data", "dat", "datas", "data\0", "\tdata", "déta", "x-data"})
    void anyOtherFieldIsIgnored(String name) {
        assertThat(items(name + ": 1\n\n")).containsExactly("blank id=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Event", "ID", "Retry", "iD", "eventx", "retr"})
    void fieldsOfAnotherCaseAreIgnored(String name) {
        assertThat(items(name + ": 1\ndata: 2\n\n")).containsExactly("message message id= 2");
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
    void theLastOfSeveralIdsCounts() {
        assertThat(items("id: 1\nid: 2\ndata: a\n\n")).containsExactly("message message id=2 a");
    }

    @Test
    void anIdKeepsItsSpacesButTheFirst() {
        assertThat(items("id:  1:2 \ndata: a\n\n")).containsExactly("message message id= 1:2  a");
    }

    @Test
    void aTypeWithoutDataIsForgottenWithItsEvent() {
        assertThat(items("event: a\n\ndata: 1\n\n")).containsExactly("blank id=", "message message id= 1");
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

    @ParameterizedTest
    @ValueSource(strings = {"1 ", " 1", "+1", "0x10", "1e3", "１", "1,5", "٣"})
    void aRetryOfAnythingButDigitsIsIgnored(String value) {
        assertThat(items("retry: " + value + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "1500"})
    void aRetryIsADecimalNumber(String value) {
        assertThat(items("retry:" + value + "\n")).containsExactly("retry " + Integer.parseInt(value));
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
    void theCommentIsEverythingAfterTheColonItsSpaceToo() {
        assertThat(items("::\n:  two\n")).containsExactly("comment :", "comment   two");
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

    /** As the Encoding standard's decoder: one U+FFFD for each maximal part of a sequence. */
    @ParameterizedTest
    @CsvSource({
        "FF, \uFFFD",
        "C080, \uFFFD\uFFFD",
        "E282, \uFFFD",
        "F09F98, \uFFFD",
        "F4908080, \uFFFD\uFFFD\uFFFD\uFFFD",
        "E28241, \uFFFDA"
    })
    void eachMaximalPartOfAMalformedSequenceIsOneReplacementCharacter(String hex, String text) {
        byte[] malformed = HexFormat.of().parseHex(hex);
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, ""));
        parsed.feed("data: ").feed(malformed).feed("\n\n");
        assertThat(parsed.found()).containsExactly("message message id= " + text);
    }

    @Test
    void aSurrogateThatWasEncodedIsAReplacementCharacterForEachByte() {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(100, ""));
        parsed.feed("data: a").feed(HexFormat.of().parseHex("EDA080")).feed("b\n\n");
        assertThat(parsed.found()).containsExactly("message message id= a\uFFFD\uFFFD\uFFFDb");
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

    /** In quadratic time it would take hours. */
    @Test
    @Timeout(30)
    void anEventOfFifteenMebibytesInSmallReadsTakesLinearTime() throws IOException {
        EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, "");
        byte[] piece = "x".repeat(8 * 1024).getBytes(UTF_8);
        ParsedStream parsed = new ParsedStream(parser).feed("data:");
        int pieces = 15 * 128;
        for (int i = 0; i < pieces; i++) {
            assertThat(parser.read(new ByteArrayInputStream(piece))).isEqualTo(piece.length);
            assertThat(parser.next()).isEqualTo(EventStreamParser.Item.NEED_BYTES);
        }
        parser.read(new ByteArrayInputStream("\n\n".getBytes(UTF_8)));
        assertThat(parser.next()).isEqualTo(EventStreamParser.Item.MESSAGE);
        assertThat(parser.dataLength()).isEqualTo(pieces * piece.length);
        assertThat(parser.buffer().length).isLessThan(3 * pieces * piece.length);
        assertThat(parsed.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: ", "event: ", "retry: "})
    void aFieldOverTheLimitSkipsItsEventAndTheNextIsRead(String field) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(10, "before"));
        parsed.feed("data: 1\n" + field + "9".repeat(30) + "\n\ndata: 2\n\n");
        assertThat(parsed.found()).containsExactly("oversize id=before", "message message id=before 2");
    }

    @Test
    void readingAllocatesNothing() throws IOException {
        byte[] stream = "data: {\"orderUpdates\":{}}\n\n:\n".repeat(1_000).getBytes(UTF_8);
        EventStreamParser parser = new EventStreamParser(1_000, "");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long events = 0;
        long before = 0;
        for (int round = 0; round < 20; round++) {
            ByteArrayInputStream in = new ByteArrayInputStream(stream);
            before = threads.getCurrentThreadAllocatedBytes();
            while (parser.read(in) >= 0) {
                for (EventStreamParser.Item item = parser.next();
                        item != EventStreamParser.Item.NEED_BYTES;
                        item = parser.next()) {
                    events++;
                }
            }
            before = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(events).isEqualTo(20 * 2_000);
        assertThat(before).isLessThan(1_000);
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
