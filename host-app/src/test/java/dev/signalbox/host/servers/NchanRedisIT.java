package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** nchan with its messages in Redis, where they outlive nginx: no event may be lost and none shown twice. */
@Needs({Program.NGINX, Program.NCHAN, Program.REDIS})
class NchanRedisIT {
    private static final String REDIS_FOUND = "Redis upstream redis: ready";

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
        publishers.awaitSaying(REDIS_FOUND, 1);
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
        nchan.awaitSaying(REDIS_FOUND, 1);
        List<String> published = new ArrayList<>(burst(nchan, "ORD-before-"));

        redis.kill();
        nchan.awaitSaying("connection lost", 1);
        redis.startAgain();
        nchan.awaitSaying(REDIS_FOUND, 2);
        published.addAll(burst(nchan, "ORD-after-"));

        tail.awaitOrders("ORD-after-4");
        assertThat(tail.orders()).containsExactlyElementsOf(published);
    }

    private static Nginx nchan(RealServer redis) {
        return Nginx.withNchan(
                "upstream redis { nchan_redis_server redis://127.0.0.1:" + redis.port()
                        + "; } nchan_message_buffer_length 1000;",
                """
                location = /publish { nchan_publisher; nchan_channel_id orders; nchan_redis_pass redis; }
                location = /stream { nchan_subscriber eventsource; nchan_channel_id orders; nchan_redis_pass redis; }
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
}
