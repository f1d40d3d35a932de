package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.SessionEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.awaitility.Awaitility;

/** However the operator's wishes, lost streams and timers fall together, there is one session at most, and one timer. */
final class OneSessionAtATimeTest {
    enum Deed {
        CONNECT,
        PAUSE,
        RECONNECT,
        CLOSE,
        OPEN,
        LOSE,
        PASS_A_SECOND,
        PASS_A_MINUTE
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void thereIsOneReconnectInFlightEver(@ForAll @Size(min = 5, max = 60) List<Deed> deeds) {
        try (Supervised life = new Supervised()) {
            deeds.forEach(deed -> perform(deed, life));
            life.supervisor.reconnectNow();
            Awaitility.await()
                    .until(() -> life.supervisor.state() == ConnectionState.CONNECTING
                            || life.supervisor.state().readyState() == 1
                            || life.supervisor.state() == ConnectionState.WAITING);

            assertThat(life.source.mostAtOnce.get()).isLessThanOrEqualTo(1);
            // the other one is the steady beat of activity
            assertThat(life.timers.waiting()).isLessThanOrEqualTo(2);
        }
    }

    private static void perform(Deed deed, Supervised life) {
        switch (deed) {
            case CONNECT -> life.supervisor.connect();
            case PAUSE -> life.supervisor.pause();
            case RECONNECT -> life.supervisor.reconnectNow();
            case CLOSE -> life.supervisor.close();
            case OPEN -> life.source.begins(sink -> sink.opened());
            case LOSE -> life.source.leaves(OneSessionAtATimeTest::lost);
            case PASS_A_SECOND -> life.timers.advance(Duration.ofSeconds(1));
            case PASS_A_MINUTE -> life.timers.advance(Duration.ofMinutes(1));
        }
    }

    private static SessionEnd lost() throws IOException {
        throw new IOException("reset");
    }
}
