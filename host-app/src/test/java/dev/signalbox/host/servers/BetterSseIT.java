package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.servers.BetterSse.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Needs({Program.NODE, Program.BETTER_SSE})
class BetterSseIT {
    private static final Duration KEEP_ALIVE = Duration.ofMillis(100);

    @RegisterExtension
    private final Servers servers = new Servers();

    @Test
    void eventsOfItsOwnTypeWithRandomIdsAreReadAndResumed() throws Exception {
        RealServer server = servers.start(new BetterSse(KEEP_ALIVE));
        TailProcess tail = servers.tail("--sse.url=" + server.url("/orders/stream"));
        tail.awaitOpened(1);

        BetterSse.send(server, Event.ofRandomId(Orders.moving("ORD-1")));
        BetterSse.send(server, Event.ofRandomId(Orders.moving("ORD-2")));
        tail.awaitOrders("ORD-1", "ORD-2");
        server.kill();
        tail.awaitConnection("WAITING", "");
        BetterSse.happens(server, Event.of("while-away", Orders.moving("ORD-3")));
        server.startAgain();
        tail.awaitOpened(2);
        BetterSse.send(server, Event.ofRandomId(Orders.moving("ORD-4")));

        tail.awaitOrders("ORD-4");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3", "ORD-4");
        assertThat(BetterSse.asked(server)).matches("\\[\"[0-9a-f-]{36}\"]");
        tail.awaitNotice("Resumed after id");
    }

    @Test
    void afterEachOfSeveralCrashesNothingIsLostAndNothingShownTwice() throws Exception {
        RealServer server = servers.start(new BetterSse(KEEP_ALIVE));
        TailProcess tail = servers.tail("--sse.url=" + server.url("/orders/stream"));
        tail.awaitOpened(1);
        BetterSse.send(server, Event.of("first", Orders.moving("ORD-0")));
        tail.awaitOrders("ORD-0");
        for (int crash = 1; crash <= 3; crash++) {
            String during = "ORD-" + crash + "-during";
            String away = "ORD-" + crash + "-away";
            BetterSse.send(server, Event.of(during, Orders.moving(during)));
            server.kill();
            BetterSse.happens(server, Event.of(away, Orders.moving(away)));
            server.startAgain();
            tail.awaitOpened(crash + 1);
        }
        BetterSse.send(server, Event.of("last", Orders.moving("ORD-9")));

        tail.awaitOrders("ORD-9");
        assertThat(tail.orders())
                .containsExactly(
                        "ORD-0",
                        "ORD-1-during",
                        "ORD-1-away",
                        "ORD-2-during",
                        "ORD-2-away",
                        "ORD-3-during",
                        "ORD-3-away",
                        "ORD-9");
    }

    @Test
    void emptyCommentsAreHeartbeatsSoAFrozenServerIsNoticedAndResumedWhenItThaws() throws Exception {
        RealServer server = servers.start(new BetterSse(KEEP_ALIVE));
        TailProcess tail = servers.tail(
                "--sse.url=" + server.url("/orders/stream"),
                "--console.stale-after=1s",
                "--console.reconnect-stale-after=2s");
        tail.awaitOpened(1);
        BetterSse.send(server, Event.of("before", Orders.moving("ORD-1")));
        tail.awaitOrders("ORD-1");
        // two heartbeats make a habit; a client that came later has seen more of them than that
        Http.awaitLines(server.url("/orders/stream"), ":", 3);

        server.freeze();
        tail.awaitConnection("STALE", "Nothing has arrived");
        tail.awaitConnection("WAITING", "not even a heartbeat");
        server.thaw();
        tail.awaitNotice("Resumed after id before");
        BetterSse.send(server, Event.of("after", Orders.moving("ORD-2")));

        tail.awaitOrders("ORD-2");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2");
    }

    @Test
    void aServerThatForgotTheIdAndSendsEverythingAgainLeavesTheRightPicture() throws Exception {
        SnapshotServer snapshot = servers.own(SnapshotServer.start(Orders.moving("ORD-1", "step 2")));
        RealServer server = servers.start(new BetterSse(KEEP_ALIVE));
        TailProcess tail =
                servers.tail("--sse.url=" + server.url("/orders/stream"), "--sse.snapshot=" + snapshot.url());
        tail.awaitOpened(1);
        BetterSse.send(server, Event.of("1", Orders.moving("ORD-1", "step 3")));
        tail.awaitPicture("ORD-1", "PROCESSING step 3");

        server.kill();
        BetterSse.forgets(server);
        for (int step = 1; step <= 5; step++) {
            BetterSse.happens(server, Event.of("again-" + step, Orders.moving("ORD-1", "step " + step)));
        }
        snapshot.tells(Orders.moving("ORD-1", "step 5"));
        server.startAgain();
        tail.awaitOpened(2);
        BetterSse.send(server, Event.of("again-6", Orders.moving("ORD-1", "step 6")));

        tail.awaitPicture("ORD-1", "PROCESSING step 6");
    }
}
