package dev.signalbox.host.order;

import com.formdev.flatlaf.util.ColorFunctions;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.awt.Color;
import java.util.Objects;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** A strip over the table that cannot be overlooked: the view is paused, since when, and how much waits. */
final class PauseBar extends JPanel {
    private static final float SHARE_OF_COLOUR = 0.38f;

    private final transient Texts texts;
    private final transient LocalTimes times;
    private final PlainLabel words = new PlainLabel();
    private final JButton resume;

    PauseBar(Texts texts, LocalTimes times, Command pause) {
        super(new MigLayout("insets 3 12 3 8, fillx, gap 8", "[grow, fill][]", "[center]"));
        this.texts = texts;
        this.times = times;
        setName("orders.paused");
        setVisible(false);
        words.setName("orders.paused.words");
        words.setIcon(Icons.of(OrderCommands.PAUSE_ICON));
        words.putClientProperty("FlatLaf.styleClass", "semibold");
        colourWords();
        resume = Named.as(new JButton(texts.get("paused.resume")), "orders.resume", texts.get("paused.resume.name"));
        resume.setToolTipText(
                texts.get("paused.resume.tip", Command.words((KeyStroke) pause.getValue(Action.ACCELERATOR_KEY))));
        resume.addActionListener(pause);
        add(words, "wmin 0");
        add(resume);
    }

    void show(HeldUpdates held) {
        words.setText(texts.get("paused", times.of(held.since()), held.updates()));
        appear(true);
    }

    /** Returns whether it had the focus, which must go elsewhere. */
    boolean rest() {
        boolean focused = resume.isFocusOwner();
        appear(false);
        return focused;
    }

    private void appear(boolean wanted) {
        if (wanted != isVisible()) {
            setVisible(wanted);
            if (getParent() instanceof JComponent panel) {
                panel.revalidate();
            }
        }
    }

    /** What waits changes with every frame; only the strip itself is laid out then. */
    @Override
    public boolean isValidateRoot() {
        return true;
    }

    /** Its colours are mixed from those of the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        Color ground = UIManager.getColor("Panel.background");
        Color warn = Objects.requireNonNullElse(Tone.WARN.color(), ground);
        setBackground(ColorFunctions.mix(warn, ground, SHARE_OF_COLOUR));
        setBorder(BorderFactory.createMatteBorder(0, 4, 0, 0, warn));
        colourWords();
    }

    private void colourWords() {
        // Swing asks for the look before the words are made.
        if (words != null) {
            words.setForeground(ColorFunctions.luma(getBackground()) < 0.5f ? Color.WHITE : Color.BLACK);
        }
    }
}
