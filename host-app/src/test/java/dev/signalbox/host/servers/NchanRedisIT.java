package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** nchan with its messages in Redis, where they outlive nginx: no event may be lost and none shown twice. */
@Needs({Program.NGINX, Program.NCHAN, Program.REDIS})
class NchanRedisIT {
    private static final int MULTIPLE_CHOICES = 300;

    @RegisterExtension
    private final Servers servers = new Servers();

    @Test
    void nothingIsLostOrShownTwiceWhenNginxIsKilledAgainAndAgain() throws Exception {
        RealServer redis = servers.start(new Redis());
        RealServer subscribers = servers.start(nchan(redis));
        // of the two, one goes on taking what is published
        RealServer publishers = servers.start(nchan(redis));
        TailProcess tail = servers.tail("--sse.url=" + subscribers.url("/stream"));
        tail.awaitOpened(1);
        publish(publishers, "ORD-0");
        tail.awaitOrders("ORD-0");
        List<String> published = new ArrayList<>(List.of("ORD-0"));
        for (int crash = 1; crash <= 3; crash++) {
            published.addAll(burst(publishers, "ORD-" + crash + "-before-"));
            subscribers.kill();
            published.addAll(burst(publishers, "ORD-" + crash + "-away-"));
            subscribers.startAgain();
            published.addAll(burst(publishers, "ORD-" + crash + "-back-"));
            tail.awaitOpened(crash + 1);
        }
        publish(publishers, "ORD-9");
        published.add("ORD-9");

        tail.awaitOrders("ORD-9");
        assertThat(tail.orders()).containsExactlyElementsOf(published);
    }

    @Test
    void nothingIsLostOrShownTwiceWhenRedisIsKilled() throws Exception {
        RealServer redis = servers.start(new Redis());
        RealServer nchan = servers.start(nchan(redis));
        TailProcess tail = servers.tail("--sse.url=" + nchan.url("/stream"));
        tail.awaitOpened(1);
        List<String> published = new ArrayList<>(burst(nchan, "ORD-before-"));

        redis.kill();
        Awaitility.await("nchan takes nothing without Redis").until(() -> !tryPublish(nchan, "ORD-refused"));
        redis.startAgain();
        Awaitility.await("nchan has found Redis again").until(() -> tryPublish(nchan, "ORD-back"));
        published.add("ORD-back");
        published.addAll(burst(nchan, "ORD-after-"));

        tail.awaitOrders("ORD-after-4");
        assertThat(tail.orders()).containsExactlyElementsOf(published);
    }

    @Test
    void theIdOfSeveralChannelsIsSentBackExactlySoNothingIsLostOfAny() throws Exception {
        RealServer redis = servers.start(new Redis());
        RealServer subscribers = servers.start(nchan(redis));
        RealServer publishers = servers.start(nchan(redis));
        TailProcess tail = servers.tail("--sse.url=" + subscribers.url("/both"));
        tail.awaitOpened(1);
        publish(publishers, "ORD-1");
        tail.awaitOrders("ORD-1");
        Http.post(publishers.url("/publish-other"), Orders.moving("ORD-2"));
        tail.awaitOrders("ORD-2");

        subscribers.kill();
        publish(publishers, "ORD-3");
        Http.post(publishers.url("/publish-other"), Orders.moving("ORD-4"));
        subscribers.startAgain();

        tail.awaitOrders("ORD-1", "ORD-2", "ORD-3", "ORD-4");
        assertThat(tail.orders()).hasSize(4);
        String id = tail.lastNotice().substring("Resumed after id ".length());
        assertThat(id).matches("\\d+:\\S*\\[\\d+]\\S*");
        tail.close();
        Nginx.awaitRequest(subscribers, "/both 200 after " + id + ",");
    }

    private static Nginx nchan(RealServer redis) {
        return Nginx.withNchan(
                "upstream redis { nchan_redis_server redis://127.0.0.1:" + redis.port()
                        + "; } nchan_message_buffer_length 1000;",
                """
                location = /publish { nchan_publisher; nchan_channel_id orders; nchan_redis_pass redis; }
                location = /publish-other { nchan_publisher; nchan_channel_id other; nchan_redis_pass redis; }
                location = /stream { nchan_subscriber eventsource; nchan_channel_id orders; nchan_redis_pass redis; }
                location = /both { nchan_subscriber eventsource; nchan_channel_id orders other; nchan_redis_pass redis; }
                """);
    }

    private static List<String> burst(RealServer nchan, String prefix) throws IOException, InterruptedException {
        List<String> published = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            publish(nchan, prefix + n);
            published.add(prefix + n);
        }
        return published;
    }

    private static void publish(RealServer nchan, String orderId) throws IOException, InterruptedException {
        Http.post(nchan.url("/publish"), Orders.moving(orderId));
    }

    private static boolean tryPublish(RealServer nchan, String orderId) throws IOException, InterruptedException {
        return Http.tryPost(nchan.url("/publish"), Orders.moving(orderId)) < MULTIPLE_CHOICES;
    }
}
