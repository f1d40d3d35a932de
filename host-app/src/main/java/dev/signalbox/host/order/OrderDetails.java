package dev.signalbox.host.order;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the selected order: what is known now on the left, how it came to it on the right. However fast the order
 * changes, what is read changes a few times a second: it is looked at, not told.
 */
final class OrderDetails extends JPanel {
    private static final String NOTHING = "nothing";
    private static final String SEVERAL = "several";
    private static final String ORDER = "order";
    private static final int MOST_DETAILS = 50;
    private static final int LOOK_MILLIS = 200;

    /** Counting more of them at every look would be felt. */
    private static final int FEW = 5_000;

    private static final int LOOKS_FOR_MANY = 10;

    private final transient Texts texts;
    private final transient RowWords words;
    private final transient OrderHistory history;
    private final CardLayout cards = new CardLayout();
    private final PlainLabel hint = new PlainLabel();
    private final PlainLabel several = new PlainLabel();
    private final PlainLabel severalCounts = new PlainLabel();
    private final PlainLabel title = new PlainLabel();
    private final PlainLabel status = new PlainLabel();
    private final FactsPane facts = new FactsPane();
    private final Timeline timeline;
    private final JPanel tools = new JPanel(new MigLayout("insets 0, gap 2"));

    private final transient Map<Meaning, Icon> icons = new EnumMap<>(Meaning.class);
    private final transient Timer looking = new Timer(LOOK_MILLIS, event -> look());
    private transient @Nullable OrderRow shown;
    private transient @Nullable WorkEvent shownEvent;
    private transient long shownVersion;
    private transient @Nullable Supplier<List<OrderRow>> selection;
    private transient int severalShown;
    private transient int looksToWait;

    OrderDetails(Texts texts, RowWords words, HistoryWords historyWords, OrderHistory history) {
        this.texts = texts;
        this.words = words;
        this.history = history;
        this.timeline = new Timeline(texts, words, historyWords);
        setLayout(cards);
        setName("orders.details");
        setMinimumSize(new Dimension(0, 0));
        hint.setEnabled(false);
        hint.setHorizontalAlignment(SwingConstants.CENTER);
        add(hint, NOTHING);
        add(severalPane(), SEVERAL);
        add(orderPane(), ORDER);
    }

    /** Shows the one selected row; from then on it is looked at by itself. */
    void showOne(OrderRow row) {
        selection = null;
        if (row == shown) {
            return;
        }
        shown = row;
        read(row);
        facts.scrollRectToVisible(new Rectangle(0, 0, 1, 1));
        cards.show(this, ORDER);
        looking.start();
    }

    /** Says how many are selected, and how they stand. */
    void showSeveral(int count, Supplier<List<OrderRow>> selected) {
        shown = null;
        several.setText(texts.get("details.several", count));
        boolean begins = selection == null;
        boolean another = count != severalShown;
        severalShown = count;
        selection = selected;
        if (begins || (another && count <= FEW)) {
            count(selected.get());
            cards.show(this, SEVERAL);
            looking.start();
        }
    }

    /** Says what to do where there is something to select. */
    void showNone(boolean anyRows) {
        shown = null;
        selection = null;
        looking.stop();
        hint.setText(anyRows ? texts.get("details.hint") : "");
        cards.show(this, NOTHING);
    }

    void show(Density density) {
        timeline.show(density);
    }

    /** The buttons beside the title, and the menu of the timeline. */
    void offer(List<Command> commands, Command copyChosen) {
        for (Command command : commands) {
            JButton button = command.toolButton();
            button.setHideActionText(true);
            tools.add(button);
        }
        timeline.offer(copyChosen, commands);
    }

    /** The row whose history can be copied. */
    Optional<RowKey> key() {
        return Optional.ofNullable(shown).map(OrderRow::key);
    }

    Timeline timeline() {
        return timeline;
    }

    void dispose() {
        looking.stop();
    }

    private void look() {
        OrderRow row = shown;
        Supplier<List<OrderRow>> many = selection;
        if (row != null) {
            boolean same = row.latest().orElse(null) == shownEvent && history.version(row.key()) == shownVersion;
            if (!same) {
                read(row);
            }
        } else if (many != null && looksToWait-- <= 0) {
            count(many.get());
        }
    }

    private void read(OrderRow row) {
        shownEvent = row.latest().orElse(null);
        shownVersion = history.version(row.key());
        title.setText(row.id());
        title.setToolTipText(row.id());
        status.setText(words.of(row, OrderColumn.STATUS));
        status.setIcon(icons.computeIfAbsent(row.meaning(), meaning -> Icons.of(meaning.icon())));
        facts.show(factsOf(row));
        timeline.show(row.key(), history.copyOf(row.key()));
    }

    private void count(List<OrderRow> rows) {
        looksToWait = rows.size() <= FEW ? 0 : LOOKS_FOR_MANY;
        Map<Meaning, Integer> counts = new EnumMap<>(Meaning.class);
        rows.forEach(row -> counts.merge(row.meaning(), 1, Integer::sum));
        StringBuilder said = new StringBuilder();
        counts.forEach((meaning, count) -> said.append(said.isEmpty() ? "" : " · ")
                .append(texts.get("details.several." + meaning.name().toLowerCase(Locale.ROOT), count)));
        severalCounts.setText(said.toString());
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

    private JPanel severalPane() {
        several.setName("orders.details.several");
        several.putClientProperty("FlatLaf.styleClass", "h4");
        severalCounts.setName("orders.details.several.counts");
        severalCounts.setForeground(Tone.QUIET.color());
        JPanel pane = new JPanel(new MigLayout("insets 8, fill, wrap 1, gap 0 4", "[center, grow]", "push[][]push"));
        pane.add(several, "wmin 0");
        pane.add(severalCounts, "wmin 0");
        return pane;
    }

    private JPanel orderPane() {
        title.setName("orders.details.title");
        title.putClientProperty("FlatLaf.styleClass", "h4");
        status.setName("orders.details.status");
        JScrollPane factsScroll = new JScrollPane(facts);
        factsScroll.setBorder(BorderFactory.createEmptyBorder());
        factsScroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel known = new JPanel(new MigLayout("insets 6 12 0 0, fill, gap 8 4", "[grow 0][grow]", "[][grow]"));
        known.add(title, "wmin 0, wmax 50%");
        known.add(status, "wmin 0, split 2, growx, pushx");
        known.add(tools, "wrap");
        known.add(factsScroll, "span, grow, wmin 0");
        JPanel both = new JPanel(new MigLayout("insets 0, fill, gap 16 0", "[34%, fill][grow, fill]", "[grow, fill]"));
        both.add(known, "wmin 0, hmin 0");
        both.add(timeline, "wmin 0, hmin 0");
        return both;
    }
}
