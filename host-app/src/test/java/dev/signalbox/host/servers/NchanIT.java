package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** nchan, the publisher and subscriber in nginx, with the store in its own memory. */
@Needs({Program.NGINX, Program.NCHAN})
class NchanIT {
    private static final String LOCATIONS = """
            location = /publish { nchan_publisher; nchan_channel_id orders; nchan_message_buffer_length 100; }
            location = /stream {
              nchan_subscriber eventsource; nchan_channel_id orders; nchan_eventsource_ping_interval 1;
            }
            location = /publish-other { nchan_publisher; nchan_channel_id other; nchan_message_buffer_length 100; }
            location = /both { nchan_subscriber eventsource; nchan_channel_id orders other; }
            location = /brief { nchan_subscriber eventsource; nchan_channel_id orders; nchan_subscriber_timeout 1; }
            """;

    @RegisterExtension
    private final Servers servers = new Servers();

    @Test
    void itsRefusalWithoutTheRightAcceptHeaderIsFatalAndSaysSo() throws Exception {
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        TailProcess tail = servers.tail("--sse.url=" + nchan.url("/stream"), "--sse.header=Accept: text/html");

        assertThat(tail.awaitEnd()).isEqualTo(1);
        tail.awaitConnection("FAILED", "403");
    }

    @Test
    void itsPingsAreHeartbeatsSoAFrozenServerIsNoticedAndResumedWhenItThaws() throws Exception {
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        TailProcess tail = servers.tail(
                "--sse.url=" + nchan.url("/stream"), "--console.stale-after=2s", "--console.reconnect-stale-after=3s");
        tail.awaitOpened(1);
        publish(nchan, "ORD-1");
        // two heartbeats make a habit; a client that came later has seen more of them than that
        Http.awaitLines(nchan.url("/stream"), "event: ping", 3);
        assertThat(tail.count("connection", "state", "STALE")).isZero();

        nchan.freeze();
        tail.awaitConnection("WAITING", "not even a heartbeat");
        nchan.thaw();
        tail.awaitNotice("Resumed after id");
        publish(nchan, "ORD-2");

        tail.awaitOrders("ORD-2");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2");
    }

    @Test
    void aStreamItEndsWithACommentAfterItsTimeoutIsResumedWithoutLoss() throws Exception {
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        TailProcess tail = servers.tail("--sse.url=" + nchan.url("/brief"));
        tail.awaitOpened(1);
        publish(nchan, "ORD-1");
        tail.awaitConnection("WAITING", "closed the connection");
        publish(nchan, "ORD-2");
        tail.awaitOpened(2);
        publish(nchan, "ORD-3");

        tail.awaitOrders("ORD-3");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3");
    }

    @Test
    void theIdOfSeveralChannelsIsSentBackExactlySoNothingIsLostOfAny() throws Exception {
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        RealServer proxy = servers.start(unbuffered(nchan));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/both"));
        tail.awaitOpened(1);
        publish(nchan, "ORD-1");
        tail.awaitOrders("ORD-1");
        Http.post(nchan.url("/publish-other"), Orders.moving("ORD-2"));
        tail.awaitOrders("ORD-2");

        proxy.kill();
        tail.awaitConnection("WAITING", "");
        publish(nchan, "ORD-3");
        Http.post(nchan.url("/publish-other"), Orders.moving("ORD-4"));
        proxy.startAgain();
        tail.awaitOrders("ORD-3", "ORD-4");
        assertThat(tail.orders()).containsExactlyInAnyOrder("ORD-1", "ORD-2", "ORD-3", "ORD-4");

        String id = tail.lastNotice().substring("Resumed after id ".length());
        assertThat(id).matches("\\d+:[\\d,]*\\[\\d+][\\d,-]*");
        tail.close();
        Nginx.awaitRequest(nchan, " after " + id + ",");
    }

    @Test
    void aChannelThatIsDeletedEndsTheStreamAndANewOneIsFollowed() throws Exception {
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        TailProcess tail = servers.tail("--sse.url=" + nchan.url("/stream"));
        tail.awaitOpened(1);
        publish(nchan, "ORD-1");
        tail.awaitOrders("ORD-1");

        Http.delete(nchan.url("/publish"));
        tail.awaitConnection("WAITING", "closed the connection");
        tail.awaitOpened(2);
        // its ids are seconds and a count: a new channel gives the ids of this second out a second time
        long second = Instant.now().getEpochSecond();
        Awaitility.await("the next second").until(() -> Instant.now().getEpochSecond() > second);
        publish(nchan, "ORD-2");

        tail.awaitOrders("ORD-2");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2");
    }

    @Test
    void whatItsMemoryForgetsInARestartTheSnapshotHeals() throws Exception {
        SnapshotServer snapshot = servers.own(SnapshotServer.start(Orders.moving("ORD-1", "step 1")));
        RealServer nchan = servers.start(Nginx.withNchan("", LOCATIONS));
        RealServer proxy = servers.start(unbuffered(nchan));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/stream"), "--sse.snapshot=" + snapshot.url());
        tail.awaitPicture("ORD-1", "PROCESSING step 1");
        Http.post(nchan.url("/publish"), Orders.moving("ORD-1", "step 2"));
        tail.awaitPicture("ORD-1", "PROCESSING step 2");

        proxy.kill();
        tail.awaitConnection("WAITING", "");
        Http.post(nchan.url("/publish"), Orders.moving("ORD-1", "step 3"));
        snapshot.tells(Orders.moving("ORD-1", "step 3"));
        nchan.kill();
        nchan.startAgain();
        proxy.startAgain();

        tail.awaitPicture("ORD-1", "PROCESSING step 3");
        tail.awaitNotice("Re-synchronised, 1 order changed");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-1", "ORD-1");
    }

    private static Nginx unbuffered(RealServer origin) {
        return Nginx.plain("location / { proxy_pass " + origin.url("/") + "; proxy_buffering off; }");
    }

    private static void publish(RealServer nchan, String orderId) throws IOException, InterruptedException {
        Http.post(nchan.url("/publish"), Orders.moving(orderId));
    }
}
