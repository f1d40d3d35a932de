package dev.signalbox.host.order;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
import javax.swing.table.TableColumnModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Everything about the selected order: what is known now on the left, how it came to it on the right. */
final class OrderDetails extends JPanel {
    private static final String NOTHING = "nothing";
    private static final String ORDER = "order";
    private static final int MOST_DETAILS = 50;

    private final transient Texts texts;
    private final transient RowWords words;
    private final CardLayout cards = new CardLayout();
    private final PlainLabel hint = new PlainLabel();
    private final PlainLabel title = new PlainLabel();
    private final PlainLabel status = new PlainLabel();
    private final FactsPane facts = new FactsPane();
    private final HistoryTableModel historyModel;
    private final CalmTable history;

    private final transient Map<Meaning, Icon> icons = new EnumMap<>(Meaning.class);
    private transient @Nullable OrderRow shown;

    OrderDetails(Texts texts, RowWords words) {
        this.texts = texts;
        this.words = words;
        this.historyModel = new HistoryTableModel(texts, words);
        this.history = new CalmTable(historyModel, HistoryTableModel.MESSAGE);
        setLayout(cards);
        setName("orders.details");
        setMinimumSize(new Dimension(0, 0));
        hint.setEnabled(false);
        hint.setHorizontalAlignment(SwingConstants.CENTER);
        add(hint, NOTHING);
        add(assembled(), ORDER);
    }

    /** Shows the one selected row, or says what to do where there is something to select. */
    void show(List<OrderRow> selected, boolean anyRows) {
        if (selected.size() != 1) {
            shown = null;
            hint.setText(anyRows ? texts.get("details.hint", selected.size()) : "");
            cards.show(this, NOTHING);
            return;
        }
        OrderRow row = selected.get(0);
        boolean another = row != shown;
        shown = row;
        title.setText(row.id());
        title.setToolTipText(row.id());
        status.setText(words.of(row, OrderColumn.STATUS));
        status.setIcon(icons.computeIfAbsent(row.meaning(), meaning -> Icons.of(meaning.icon())));
        facts.show(factsOf(row));
        historyModel.show(row.newestFirst());
        cards.show(this, ORDER);
        if (another) {
            facts.scrollRectToVisible(new Rectangle(0, 0, 1, 1));
        }
    }

    void show(Density density) {
        history.show(density);
    }

    /** What is said of a row, name by name. Texts from outside keep to a bounded number and length. */
    private Map<String, String> factsOf(OrderRow row) {
        Map<String, String> said = new LinkedHashMap<>();
        if (!row.moved()) {
            said.put(texts.get("fact.message"), texts.get("fact.message.quiet"));
        }
        row.latest().ifPresent(event -> {
            said.put(texts.get("fact.state"), event.state());
            said.put(texts.get("fact.message"), event.message());
            event.progress()
                    .ifPresent(share -> said.put(
                            texts.get("fact.progress"),
                            NumberFormat.getPercentInstance().format(share)));
            said.put(texts.get("fact.outcome"), outcome(event));
            said.put(texts.get("fact.updated"), words.exactly(row.updated()));
        });
        if (!row.key().topic().equals(OrderEvent.TOPIC)) {
            said.put(texts.get("fact.topic"), row.key().topic());
        }
        said.put(texts.get("fact.source"), row.key().source());
        row.latest()
                .map(event -> new TreeMap<>(event.details()))
                .ifPresent(details -> details.entrySet().stream()
                        .limit(MOST_DETAILS)
                        .forEach(detail -> said.putIfAbsent(PlainText.of(detail.getKey()), detail.getValue())));
        return said;
    }

    private String outcome(WorkEvent event) {
        if (event.failed()) {
            return texts.get(event.settled() ? "fact.outcome.failed" : "fact.outcome.failed.moving");
        }
        return texts.get(event.settled() ? "fact.outcome.settled" : "fact.outcome.open");
    }

    private JPanel assembled() {
        title.setName("orders.details.title");
        title.putClientProperty("FlatLaf.styleClass", "h4");
        status.setName("orders.details.status");
        Named.as(history, "orders.history", texts.get("history.name"));
        history.getColumnModel()
                .getColumn(HistoryTableModel.STATUS)
                .setCellRenderer(
                        new StatusRenderer(row -> historyModel.change(row).meaning()));
        TableColumnModel columns = history.getColumnModel();
        int[] widths = {104, 112, 136, 240};
        for (int i = 0; i < widths.length; i++) {
            columns.getColumn(i).setPreferredWidth(widths[i]);
        }
        JScrollPane factsScroll = bare(new JScrollPane(facts));
        factsScroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel known = new JPanel(new MigLayout("insets 8 12 0 0, fill, gap 8 4", "[grow 0][grow]", "[][grow]"));
        known.add(title, "wmin 0, wmax 50%");
        known.add(status, "wmin 0, wrap");
        known.add(factsScroll, "span, grow, wmin 0");

        JPanel both = new JPanel(new MigLayout("insets 0, fill, gap 16 0", "[40%, fill][grow, fill]", "[grow, fill]"));
        both.add(known, "wmin 0, hmin 0");
        JScrollPane historyScroll = bare(new JScrollPane(history));
        both.add(historyScroll, "wmin 0, hmin 0");
        return both;
    }

    private static JScrollPane bare(JScrollPane pane) {
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }
}
