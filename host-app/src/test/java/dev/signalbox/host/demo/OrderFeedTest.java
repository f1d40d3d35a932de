package dev.signalbox.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFeedTest {
    private final OrderFeed feed = new OrderFeed(10);

    OrderFeedTest() {
        feed.begin(List.of());
    }

    @Test
    void aStreamWithoutAnIdStartsWithWhatHappensNext() throws Exception {
        move(1, 2);
        OrderFeed.Cursor cursor = feed.open(null);
        move(3);
        assertThat(messages(cursor)).containsExactly("m3");
    }

    @Test
    void anIdResumesExactlyAfterIt() throws Exception {
        OrderFeed.Cursor cursor = feed.open("");
        move(1, 2, 3);
        String second = ids(cursor).get(1);
        move(4);
        assertThat(messages(feed.open(second))).containsExactly("m3", "m4");
    }

    @Test
    void theNewestIdResumesWithWhatHappensNext() throws Exception {
        OrderFeed.Cursor cursor = feed.open(null);
        move(1);
        OrderFeed.Cursor resumed = feed.open(ids(cursor).get(0));
        assertThat(resumed.next(Duration.ZERO)).isInstanceOf(Reading.Quiet.class);
    }

    @Test
    void anUnknownIdStartsWithEverythingKept() throws Exception {
        OrderFeed.Cursor cursor = feed.open(null);
        move(1, 2);
        String newest = ids(cursor).get(1);
        for (String unknown : List.of("7", "x-1", "-", newest + "0", newest.replace("-", "-+"), "ORD-1001", "é-1")) {
            assertThat(messages(feed.open(unknown))).as(unknown).containsExactly("m1", "m2");
        }
    }

    @Test
    void anIdThatIsTooOldStartsWithEverythingKept() throws Exception {
        OrderFeed.Cursor cursor = feed.open(null);
        move(1);
        String old = ids(cursor).get(0);
        for (int i = 2; i <= 12; i++) {
            move(i);
        }
        assertThat(messages(feed.open(old))).hasSize(10).startsWith("m3").endsWith("m12");
    }

    @Test
    void idsFromBeforeABeginningAreUnknown() throws Exception {
        OrderFeed.Cursor cursor = feed.open(null);
        move(1);
        String before = ids(cursor).get(0);
        feed.begin(List.of());
        move(2, 3);
        assertThat(messages(feed.open(before))).containsExactly("m2", "m3");
    }

    @Test
    void aStreamThatFellBehindWhatIsKeptBreaksAndSkipsNothingSilently() throws Exception {
        OrderFeed.Cursor slow = feed.open(null);
        for (int i = 1; i <= 11; i++) {
            move(i);
        }
        assertThat(slow.next(Duration.ZERO)).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void aBreakEndsInTheMiddleOfTheNextEvent() throws Exception {
        OrderFeed.Cursor cursor = feed.open(null);
        OrderFeed.Cursor other = feed.open(null);
        feed.breakStreams();
        move(1);
        assertThat(cursor.next(Duration.ZERO))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.piece()).startsWith("id: ").doesNotEndWith("\n"));
        assertThat(other.next(Duration.ZERO)).isInstanceOf(Reading.Broken.class);
        assertThat(messages(feed.open("unknown"))).containsExactly("m1");
    }

    @Test
    void aBeginningEndsTheOpenStreamsAndTheEndAllOfThem() throws Exception {
        OrderFeed.Cursor first = feed.open(null);
        feed.begin(List.of());
        assertThat(first.next(Duration.ZERO)).isInstanceOf(Reading.Over.class);
        OrderFeed.Cursor second = feed.open(null);
        feed.end();
        assertThat(second.next(Duration.ZERO)).isInstanceOf(Reading.Over.class);
        assertThat(feed.open(null).next(Duration.ZERO)).isInstanceOf(Reading.Over.class);
    }

    @Test
    void anOrderIsChangedBeforeItsEventCanBeRead() {
        feed.begin(List.of(order("ORD-1", "before"), order("ORD-2", "before")));
        feed.move(List.of(order("ORD-2", "after"), order("ORD-3", "new")));
        assertThat(feed.orders())
                .containsExactly(order("ORD-1", "before"), order("ORD-2", "after"), order("ORD-3", "new"));
    }

    private void move(int... numbers) {
        for (int number : numbers) {
            feed.move(List.of(order("ORD-1", "m" + number)));
        }
    }

    private static DemoOrder order(String orderId, String message) {
        return new DemoOrder(orderId, "PROCESSING", "IN_PROGRESS", message);
    }

    private static List<String> messages(OrderFeed.Cursor cursor) throws InterruptedException {
        return between(cursor, "\"message\":\"", "\"");
    }

    private static List<String> ids(OrderFeed.Cursor cursor) throws InterruptedException {
        return between(cursor, "id: ", "\n");
    }

    private static List<String> between(OrderFeed.Cursor cursor, String before, String after)
            throws InterruptedException {
        List<String> found = new ArrayList<>();
        while (cursor.next(Duration.ZERO) instanceof Reading.Events events) {
            for (byte[] bytes : events.events()) {
                String event = new String(bytes, StandardCharsets.UTF_8);
                int start = event.indexOf(before) + before.length();
                found.add(event.substring(start, event.indexOf(after, start)));
            }
        }
        return found;
    }
}
