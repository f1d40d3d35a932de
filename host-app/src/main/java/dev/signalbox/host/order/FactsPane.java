package dev.signalbox.host.order;

import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Tone;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Names and values, one pair a line; long values wrap. A text area shows its text as it stands, never as markup. */
final class FactsPane extends JPanel implements Scrollable {
    private final transient Map<String, String> shown = new LinkedHashMap<>();
    private final transient Map<String, JTextArea> values = new LinkedHashMap<>();

    FactsPane() {
        super(new MigLayout("insets 0 0 8 8, fillx, wrap 2, gap 12 2", "[][grow, fill]", ""));
    }

    void show(Map<String, String> facts) {
        if (facts.equals(shown)) {
            return;
        }
        boolean sameNames = facts.keySet().equals(shown.keySet());
        shown.clear();
        shown.putAll(facts);
        if (sameNames) {
            // Values alone change in place, so that a selection made to copy them is not lost on every update.
            facts.forEach((name, value) -> put(values.get(name), value));
        } else {
            build();
        }
    }

    private void build() {
        removeAll();
        values.clear();
        shown.forEach((name, value) -> {
            PlainLabel label = new PlainLabel(name);
            label.setForeground(Tone.QUIET.color());
            add(label, "top");
            JTextArea area = inert();
            put(area, value);
            values.put(name, Named.as(area, "orders.fact-" + values.size(), name));
            add(area, "wmin 0, growx");
        });
        revalidate();
        repaint();
    }

    private static void put(@Nullable JTextArea area, String value) {
        String text = value.isBlank() ? "–" : PlainText.of(value);
        if (area != null && !text.equals(area.getText())) {
            area.setText(text);
        }
    }

    private static JTextArea inert() {
        JTextArea area = new JTextArea();
        DefaultCaret caret = new DefaultCaret();
        // A caret that follows its text would scroll the pane with every update.
        caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        area.setCaret(caret);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        area.setBorder(BorderFactory.createEmptyBorder());
        area.setFont(UIManager.getFont("Label.font"));
        area.setMargin(null);
        return area;
    }

    /** Quiet text and fonts come from the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (shown != null) {
            build();
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return 16;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
