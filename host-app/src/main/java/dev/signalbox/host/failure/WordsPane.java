package dev.signalbox.host.failure;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.PlainText;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.text.DefaultCaret;
import net.miginfocom.swing.MigLayout;

/** Parts of text, each with a caption before it, to be read and copied. */
final class WordsPane extends JScrollPane {
    /** A message longer than this is not read in a window; copy and export have all of it. */
    private static final int MOST_LINES = 200;

    /** Room for three parts and a message of two or three lines. */
    private static final int PARTS_HEIGHT = 144;

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Column column = new Column();

    private record Part(PlainLabel caption, JTextArea text) {}

    WordsPane(String accessibleName) {
        setViewportView(column);
        setBorder(BorderFactory.createEmptyBorder());
        getVerticalScrollBar().setUnitIncrement(UIScale.scale(16));
        setPreferredSize(new Dimension(0, UIScale.scale(PARTS_HEIGHT)));
        setMinimumSize(new Dimension(0, UIScale.scale(PARTS_HEIGHT / 2)));
        getAccessibleContext().setAccessibleName(accessibleName);
    }

    /** Adds a part, below the others; its text area gets the name given. */
    void add(String name, String caption) {
        PlainLabel label = new PlainLabel(caption);
        label.putClientProperty("FlatLaf.styleClass", "small");
        label.putClientProperty("FlatLaf.style", "foreground: mix($Label.foreground,$Panel.background,75%)");
        JTextArea text = Named.as(new JTextArea(), name, caption);
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setBorder(BorderFactory.createEmptyBorder());
        // A new text must not scroll the view, nor take away what the operator has selected elsewhere.
        ((DefaultCaret) text.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        label.setLabelFor(text);
        column.add(label, "top, hidemode 3");
        column.add(text, "growx, wmin 80, hidemode 3");
        parts.put(name, new Part(label, text));
    }

    void set(String name, String words) {
        JTextArea text = part(name).text();
        String clean = words.lines().limit(MOST_LINES).map(PlainText::of).collect(Collectors.joining("\n"));
        if (!clean.equals(text.getText())) {
            text.setText(clean);
            column.revalidate();
        }
    }

    void show(String name, boolean shown) {
        part(name).caption().setVisible(shown);
        part(name).text().setVisible(shown);
        column.revalidate();
    }

    void scrollToTop() {
        getViewport().setViewPosition(new Point());
    }

    /** The height at which nothing has to be scrolled. */
    int wantedHeight() {
        return column.getPreferredSize().height;
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + name);
        }
        return part;
    }

    /** As wide as the view, so that text wraps instead of running out of it. */
    private static final class Column extends JPanel implements Scrollable {
        Column() {
            super(new MigLayout("insets 12 16 12 16, fillx, wrap 2, gap 16 8", "[pref!][grow,fill]"));
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return UIScale.scale(16);
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
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
}
