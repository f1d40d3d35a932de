package dev.signalbox.host.diagnostics;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a stall: in the log when it begins and when it ends, in the list, and as a problem when an operator felt it. */
final class StallReports implements StallListener {
    /** From here on an operator asks what is wrong. Shorter ones stand in the diagnostics alone. */
    static final Duration FELT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(StallReports.class);
    private static final Texts TEXTS = Texts.of(StallReports.class);

    private final Stalls stalls;
    private final EventBus bus;

    StallReports(Stalls stalls, EventBus bus) {
        this.stalls = stalls;
        this.bus = bus;
    }

    @Override
    public void began(Stall soFar) {
        LOG.warn("{}\n{}", StallWords.beginning(soFar), soFar.stacks());
    }

    @Override
    public void ended(Stall stall) {
        LOG.warn("{}", StallWords.sentence(stall));
        stalls.add(stall);
        if (stall.culprit().kind() == Culprit.Kind.PLUGIN && stall.held().compareTo(FELT) >= 0) {
            bus.publish(List.of(new Problem(
                    stall.culprit().name(),
                    TEXTS.get("stall.problem.doing"),
                    StallWords.sentence(stall),
                    TEXTS.get("stall.problem.next"),
                    stall.began().plus(stall.held()))));
        }
    }
}
