package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SnapshotGateTest {
    private final RecordingSink sink = RecordingSink.firstSession();

    @Test
    void beyondItsBoundTheStreamWaitsForTheSnapshot() throws Exception {
        SnapshotGate gate = SnapshotGate.closed(sink, new OrderPicture(), 2);
        Thread stream = new Thread(() -> {
            try {
                gate.pass(List.of(order("a"), order("b")), "1");
                gate.pass(List.of(order("c")), "2");
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        stream.setDaemon(true);
        stream.start();
        await().until(() -> stream.getState() == Thread.State.WAITING);
        gate.open(List.of(order("s")), sink::emit);
        stream.join();
        assertThat(sink.lines()).containsExactly("emit s= a= b=", "checkpoint 1", "emit c=", "checkpoint 2");
    }

    @Test
    void aFailedSnapshotLetsNothingThroughAndKeepsNoId() throws Exception {
        SnapshotGate gate = SnapshotGate.closed(sink, new OrderPicture(), 10);
        gate.pass(List.of(order("a")), "1");
        IllegalStateException why = new IllegalStateException("gone");
        gate.fail(why);
        gate.pass(List.of(order("b")), "2");
        gate.open(List.of(order("s")), sink::emit);
        assertThat(sink.lines()).isEmpty();
        assertThat(gate.failure()).containsSame(why);
    }

    @Test
    void withoutASnapshotEverythingPassesAtOnce() throws Exception {
        SnapshotGate gate = SnapshotGate.open(sink);
        gate.pass(List.of(order("a")), null);
        gate.pass(List.of(), "1");
        assertThat(sink.lines()).containsExactly("emit a=", "checkpoint 1");
    }

    private static OrderEvent order(String id) {
        return new OrderEvent("sse/orders", id, "", "", "", false, false, Instant.EPOCH);
    }
}
