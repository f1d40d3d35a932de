package dev.signalbox.host.connection;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.source.SourceActivity;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Shows how every source's connection stands: one pill each. EDT. */
public final class ConnectionIndicator {
    private static final Texts TEXTS = Texts.of(ConnectionIndicator.class);
    private static final int REFRESH_MILLIS = 250;

    private final HostBus bus;
    private final Map<String, ConnectionPill> pills = new LinkedHashMap<>();
    private final Map<String, ConnectionView> views = new LinkedHashMap<>();
    private @Nullable JPanel panel;

    /**
     * Makes an indicator.
     *
     * @param bus where it learns of connections
     */
    @Inject
    public ConnectionIndicator(HostBus bus) {
        this.bus = bus;
    }

    /**
     * Makes the component and starts following connections.
     *
     * @return the component
     */
    public JComponent create() {
        JPanel made = new JPanel(new MigLayout("insets 0, gap 8"));
        made.setOpaque(false);
        panel = made;
        layOut(made);
        return made;
    }

    /**
     * Starts following; call after {@link #create}.
     *
     * @return ends it
     */
    public Subscription start() {
        Subscription events = bus.labelled("connections")
                .except(SourceEvent.class)
                .subscribe(ConsoleEvent.class, Delivery.UI, Replay.CURRENT, this::take);
        Timer clock = new Timer(REFRESH_MILLIS, tick -> pills.values().forEach(ConnectionPill::refresh));
        clock.start();
        return () -> {
            clock.stop();
            events.close();
        };
    }

    private void take(List<ConsoleEvent> batch) {
        Map<String, ConnectionView> before = new LinkedHashMap<>(views);
        batch.forEach(this::take);
        if (!before.keySet().equals(views.keySet()) && panel != null) {
            layOut(panel);
        }
        views.forEach((source, view) -> {
            ConnectionPill pill = pills.get(source);
            if (pill != null && !view.equals(before.get(source))) {
                pill.show(view);
            }
        });
    }

    private void take(ConsoleEvent event) {
        if (event instanceof ConnectionChanged changed) {
            views.merge(
                    changed.source(),
                    new ConnectionView(changed, Optional.empty()),
                    (old, fresh) -> new ConnectionView(changed, old.activity()));
        } else if (event instanceof SourceActivity activity) {
            views.computeIfPresent(
                    activity.source(), (source, old) -> new ConnectionView(old.connection(), Optional.of(activity)));
        } else if (event instanceof SourceWithdrawn withdrawn) {
            views.remove(withdrawn.source());
        }
    }

    private void layOut(JPanel into) {
        into.removeAll();
        pills.clear();
        if (views.isEmpty()) {
            PlainLabel none = new PlainLabel(TEXTS.get("no.source"));
            none.setName("connection.none");
            none.setForeground(Tone.QUIET.color());
            into.add(none);
        }
        views.forEach((source, view) -> {
            ConnectionPill pill = new ConnectionPill(view);
            pill.build();
            pills.put(source, pill);
            into.add(pill, "wmin 60");
        });
        into.revalidate();
        into.repaint();
    }
}
