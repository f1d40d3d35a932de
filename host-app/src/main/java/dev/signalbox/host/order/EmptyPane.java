package dev.signalbox.host.order;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Tone;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Lies over an empty table and shows its {@link EmptyWords}. */
final class EmptyPane extends JPanel {
    private final transient List<Command> starts;
    private transient @Nullable EmptyWords shown;

    EmptyPane(List<Command> starts) {
        super(new MigLayout("insets 24, fill, wrap 1, gap 0 4", "[center, grow]", "push[]push"));
        this.starts = starts;
        setName("orders.empty");
        setOpaque(false);
        setVisible(false);
    }

    void show(EmptyWords words) {
        setVisible(true);
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        removeAll();
        JPanel column = new JPanel(new MigLayout("insets 0, wrap 1, gap 0 4", "[center, grow]", ""));
        column.setOpaque(false);
        PlainLabel title = new PlainLabel(words.title());
        title.setName("orders.empty.title");
        title.putClientProperty("FlatLaf.styleClass", "h3");
        column.add(title, "wmin 0, gapbottom 4");
        for (String line : words.lines()) {
            PlainLabel label = new PlainLabel(line);
            label.setForeground(Tone.QUIET.color());
            column.add(label, "wmin 0");
        }
        if (words.offersStart() && !starts.isEmpty()) {
            JPanel buttons = new JPanel(new MigLayout("insets 8 0 0 0, gap 8"));
            buttons.setOpaque(false);
            starts.forEach(start -> {
                var button = start.button();
                button.setName("orders.empty." + button.getName());
                buttons.add(button);
            });
            column.add(buttons);
        }
        add(column, "wmin 0");
        revalidate();
        repaint();
    }

    void rest() {
        setVisible(false);
    }

    /** Quiet text takes its colour from the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        EmptyWords words = shown;
        if (words != null) {
            boolean visible = isVisible();
            shown = null;
            show(words);
            setVisible(visible);
        }
    }
}
