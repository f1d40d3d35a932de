package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.Command;
import org.junit.jupiter.api.Test;

final class BadgeTest {
    private final DirectBus bus = new DirectBus();
    private final Command show = Command.of("failure.show", "Show failures", "failures", "menu shift F", () -> {});

    @Test
    void theFailureBadgeCounts() {
        FailureLog log = new FailureLog(bus, new GivenSettings(), () -> at(0));
        FailureList list = new FailureList(bus, log);
        list.start();
        log.start();
        FailureBadge badge = new FailureBadge(list, show);
        assertThat(badge.getName()).isEqualTo("failure.badge");
        assertThat(badge.getText()).isEqualTo("No failures");
        bus.publish(failed("A", "no stock", 1), failed("B", "no stock", 1), moving("B", 2));
        assertThat(badge.getText()).isEqualTo("1 failed, 1 recovered");
        assertThat(badge.getAccessibleContext().getAccessibleName()).isEqualTo("1 failed, 1 recovered");
    }

    @Test
    void theProblemBadgeCounts() {
        ProblemLog log = new ProblemLog(bus, new GivenSettings());
        log.start();
        ProblemBadge badge = new ProblemBadge(log, show);
        assertThat(badge.getText()).isEqualTo("No problems");
        bus.publish(new Problem("sse/orders", "connecting", "refused", "wait", at(0)));
        assertThat(badge.getText()).isEqualTo("1 problem");
    }
}
