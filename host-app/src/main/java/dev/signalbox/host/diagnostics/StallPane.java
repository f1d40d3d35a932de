package dev.signalbox.host.diagnostics;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.EmptyState;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** When the window was held up: the list, and beside it what the selected ones were about. */
final class StallPane extends JPanel {
    private static final Texts TEXTS = Texts.of(StallPane.class);
    private static final String LIST = "list";
    private static final String EMPTY = "empty";

    private final transient Stalls stalls;
    private final PlainLabel count;
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final StallTable table = new StallTable(new StallTableModel());
    private final JTextArea stack;

    StallPane(Stalls stalls) {
        super(new MigLayout("insets 8 0 0 0, fill, wrap 1, gap 0 4", "[grow,fill]", "[][grow,fill]"));
        this.stalls = stalls;
        count = Named.as(new PlainLabel(), "diagnostics.count", TEXTS.get("stalls"));
        count.putClientProperty("FlatLaf.styleClass", "h4");
        stack = Named.as(new JTextArea(), "diagnostics.stack", TEXTS.get("stack"));
        stack.setEditable(false);
        stack.setMargin(new Insets(4, 8, 4, 8));
        stack.setFont(new Font(Font.MONOSPACED, Font.PLAIN, stack.getFont().getSize()));
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, scroll(table, 392), scroll(stack, 424));
        split.setName("diagnostics.stall-split");
        split.setBorder(BorderFactory.createEmptyBorder());
        body.add(split, LIST);
        body.add(new EmptyState("diagnostics.empty", TEXTS.get("stalls.hint")), EMPTY);
        add(count, "gapleft 16, wmin 0");
        add(body, "hmin 0");
        table.getSelectionModel().addListSelectionListener(event -> showSelected());
        update();
    }

    StallTable table() {
        return table;
    }

    void update() {
        List<Stall> newestFirst = stalls.newestFirst();
        table.show(newestFirst);
        count.setText(StallWords.count(stalls));
        count.getAccessibleContext().setAccessibleName(count.getText());
        cards.show(body, newestFirst.isEmpty() ? EMPTY : LIST);
    }

    private void showSelected() {
        String words = table.selected().stream().map(StallWords::inFull).collect(Collectors.joining("\n"));
        if (!words.equals(stack.getText())) {
            stack.setText(words);
            stack.setCaretPosition(0);
        }
    }

    private static JScrollPane scroll(JComponent content, int width) {
        JScrollPane pane = new JScrollPane(content);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setPreferredSize(new Dimension(UIScale.scale(width), 0));
        pane.setMinimumSize(new Dimension(UIScale.scale(160), 0));
        return pane;
    }
}
