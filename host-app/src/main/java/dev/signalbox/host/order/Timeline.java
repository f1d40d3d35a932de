package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.awt.Point;
import java.util.Arrays;
import java.util.List;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.UIManager;
import javax.swing.table.TableColumn;
import net.miginfocom.swing.MigLayout;

/**
 * The changes of one order along a line, the newest on top. The whole of a step's message stands below while the step is
 * selected. What the operator looks at stays where it is while new steps come in above.
 */
final class Timeline extends JPanel {
    /** Longer messages are cut here, which a text area could not wrap in time; the copies have all of it. */
    private static final int MOST_CHARACTERS = 20_000;

    private final transient Texts texts;
    private final transient HistoryWords words;
    private final HistoryTableModel model;
    private final StepTable table;
    private final JScrollPane scroll;
    private final TableColumn repeats;
    private final JTextArea message = new JTextArea();
    private final JScrollPane messageScroll = new JScrollPane(message);
    private final PlainLabel older = new PlainLabel();

    Timeline(Texts texts, RowWords rowWords, HistoryWords words) {
        super(new MigLayout("insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow, fill]", "[grow, fill][][]"));
        this.texts = texts;
        this.words = words;
        model = new HistoryTableModel(texts, rowWords, words);
        table = Named.as(new StepTable(model), "orders.history", texts.get("history.name"));
        scroll = new JScrollPane(table);
        repeats = table.getColumnModel().getColumn(HistoryTableModel.REPEATS);
        assemble();
    }

    /** Shows a row's history; of another row from the top, of the same row from where the operator is. */
    void show(RowKey key, RowHistory history) {
        JViewport view = scroll.getViewport();
        Point before = view.getViewPosition();
        int added = model.show(key, history);
        if (added < 0) {
            view.setViewPosition(new Point(0, 0));
        } else if (added > 0 && (before.y > 0 || table.getSelectedRowCount() > 0)) {
            // The table learns its new height only when it is laid out.
            scroll.validate();
            view.setViewPosition(new Point(before.x, before.y + added * table.getRowHeight()));
        }
        showRepeats(model.anyRepeats());
        older.setText(history.letGo() == 0 ? "" : words.older(history.letGo()));
        older.setToolTipText(
                history.letGo() == 0
                        ? null
                        : texts.get(history.letGoForRoom() ? "history.older.room" : "history.older.each"));
        older.setVisible(history.letGo() > 0);
        showMessage();
    }

    /** What is shown, or the steps selected. */
    List<RowChange> chosen() {
        int[] selected = table.getSelectedRows();
        return selected.length == 0
                ? model.history().newestFirst()
                : Arrays.stream(selected).mapToObj(model::change).toList();
    }

    RowHistory history() {
        return model.history();
    }

    void show(Density density) {
        table.show(density);
    }

    /** In the table Control+C copies what is chosen in it; the menu offers the whole. */
    void offer(Action copyChosen, List<Command> commands) {
        table.getActionMap().put("copy", copyChosen);
        JPopupMenu menu = new JPopupMenu();
        commands.forEach(command -> menu.add(command.menuItem()));
        table.setComponentPopupMenu(menu);
    }

    private void assemble() {
        int[] widths = {124, 96, 112, 136, 240, 168};
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(widths[i]));
        }
        table.getColumnModel().getColumn(HistoryTableModel.TIME).setCellRenderer(new TrackRenderer(model));
        table.getColumnModel()
                .getColumn(HistoryTableModel.STATUS)
                .setCellRenderer(new StatusRenderer(row -> model.change(row).meaning()));
        table.removeColumn(repeats);
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                showMessage();
            }
        });
        scroll.setBorder(BorderFactory.createEmptyBorder());
        Named.as(message, "orders.history.message", texts.get("history.message.name"));
        message.setEditable(false);
        message.setLineWrap(true);
        message.setWrapStyleWord(true);
        message.setRows(3);
        message.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        messageScroll.setVisible(false);
        older.setName("orders.history.older");
        older.setBorder(BorderFactory.createEmptyBorder(2, 8, 3, 8));
        older.setVisible(false);
        add(scroll, "hmin 0");
        add(messageScroll, "hmin 24, hmax 72, shrinkprio 50");
        add(older, "wmin 0");
        updateUI();
    }

    /** Lines and quiet words follow the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (older != null) {
            older.setForeground(Tone.QUIET.color());
            message.setFont(UIManager.getFont("Label.font"));
            messageScroll.setBorder(
                    BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Separator.foreground")));
        }
    }

    private void showRepeats(boolean wanted) {
        boolean there = table.convertColumnIndexToView(HistoryTableModel.REPEATS) >= 0;
        if (wanted && !there) {
            table.addColumn(repeats);
        } else if (!wanted && there) {
            table.removeColumn(repeats);
        }
    }

    private void showMessage() {
        int row = table.getSelectedRowCount() == 1 ? table.getSelectedRow() : -1;
        String text =
                row < 0 || row >= model.getRowCount() ? "" : model.change(row).message();
        String bounded = text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + texts.get("history.message.cut", text.length());
        String shown = PlainText.lines(bounded);
        if (!shown.equals(message.getText())) {
            message.setText(shown);
            message.setCaretPosition(0);
        }
        if (messageScroll.isVisible() == shown.isEmpty()) {
            messageScroll.setVisible(!shown.isEmpty());
            revalidate();
        }
    }
}
