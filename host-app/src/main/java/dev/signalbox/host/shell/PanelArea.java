package dev.signalbox.host.shell;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.diagnostics.Diagnostics;
import dev.signalbox.host.order.OrderPanel;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.BorderLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/** The middle of the window: the order panel, and beside it, as tabs, the panels of plug-ins. EDT. */
final class PanelArea {
    private static final Texts TEXTS = Texts.of(PanelArea.class);

    private final HostBus bus;
    private final Panels panels;
    private final Sources sources;
    private final HostActions actions;
    private final Panels.Entry orders;
    private final Map<Panels.Entry, OpenPanel> open = new LinkedHashMap<>();
    private final Map<Panels.Entry, JComponent> components = new LinkedHashMap<>();
    private @Nullable JPanel area;
    private int shown;

    @Inject
    PanelArea(
            HostBus bus,
            Panels panels,
            Sources sources,
            HostActions actions,
            OrderPanel orderPanel,
            Settings consoleSettings) {
        this.bus = bus;
        this.panels = panels;
        this.sources = sources;
        this.actions = actions;
        this.orders = new Panels.Entry(
                "console",
                orderPanel,
                bus.labelled(Diagnostics.ORDERS),
                consoleSettings,
                PanelArea.class.getClassLoader());
    }

    JComponent create() {
        JPanel made = new JPanel(new BorderLayout());
        area = made;
        open(orders);
        layOut(made);
        return made;
    }

    Subscription start() {
        Subscription changes =
                bus.labelled("panels").subscribe(PanelsChanged.class, Delivery.UI, Replay.NONE, batch -> update());
        update();
        return () -> {
            changes.close();
            List.copyOf(open.keySet()).forEach(this::close);
        };
    }

    private void update() {
        List<Panels.Entry> wanted = panels.all();
        for (Panels.Entry entry : List.copyOf(open.keySet())) {
            if (!entry.equals(orders) && !wanted.contains(entry)) {
                close(entry);
            }
        }
        List<Panels.Entry> fresh =
                wanted.stream().filter(entry -> !open.containsKey(entry)).toList();
        fresh.forEach(this::open);
        if (area != null && components.size() != shown) {
            layOut(area);
        }
    }

    private void open(Panels.Entry entry) {
        OpenPanel panel = new OpenPanel(entry, bus, sources, actions);
        open.put(entry, panel);
        components.put(entry, panel.create());
    }

    private void close(Panels.Entry entry) {
        components.remove(entry);
        OpenPanel panel = open.remove(entry);
        if (panel != null) {
            panel.close();
        }
    }

    /** One panel needs no tab. A tab's own title would render HTML on Java 17, so it is a label. */
    private void layOut(JPanel into) {
        into.removeAll();
        shown = components.size();
        if (shown == 1) {
            into.add(components.values().iterator().next());
        } else {
            JTabbedPane tabs = Named.as(new JTabbedPane(), "panels.tabs", TEXTS.get("panels"));
            components.forEach((entry, component) -> {
                tabs.addTab("", component);
                tabs.setTabComponentAt(
                        tabs.getTabCount() - 1, new PlainLabel(entry.panel().title()));
            });
            into.add(tabs);
        }
        into.revalidate();
        into.repaint();
    }
}
