package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The health in the status bar: quiet, once a second, and only while it is on screen. Opens the diagnostics. */
final class HealthLine extends JPanel {
    private static final int REFRESH_MILLIS = 1000;

    private final transient HealthMeter meter;
    private final JButton button;
    private final Timer refresh = new Timer(REFRESH_MILLIS, event -> refresh());
    private int widest;

    HealthLine(HealthMeter meter, Command show) {
        super(new MigLayout("insets 0, hidemode 3", "[grow,fill]", "[]"));
        this.meter = meter;
        setOpaque(false);
        button = show.toolButton();
        button.setName("diagnostics.line");
        button.setHorizontalAlignment(SwingConstants.TRAILING);
        button.setIcon(null);
        button.putClientProperty("FlatLaf.style", "foreground: $Label.disabledForeground");
        button.setVisible(false);
        add(button, "wmin 0");
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                runWhileShowing();
            }
        });
    }

    private void runWhileShowing() {
        if (isShowing()) {
            refresh.start();
        } else {
            refresh.stop();
        }
    }

    void refresh() {
        String words = HealthWords.brief(meter.read());
        button.setVisible(!words.isEmpty());
        if (words.isEmpty()) {
            widest = 0;
            return;
        }
        button.setText(words);
        button.getAccessibleContext()
                .setAccessibleName(Texts.of(HealthLine.class).get("brief.name", words));
        // Numbers change each second, and what stands beside them must not move with every digit.
        button.setPreferredSize(null);
        Dimension wanted = button.getPreferredSize();
        widest = Math.max(widest, wanted.width);
        button.setPreferredSize(new Dimension(widest, wanted.height));
        revalidate();
    }
}
