package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.Calmly;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import java.awt.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Quick filters with their counts, the search field, and the commands for orders. */
final class OrderToolbar extends JPanel {
    private static final int LEAST_SEARCH = 88;
    /** The filters' words must leave this to the search. */
    private static final int USUAL_SEARCH = 200;

    private static final int MOST_SEARCH = 280;
    /** All that lies between the parts and around them. */
    private static final int GAPS = 84;
    /** Of the buttons: pausing the view. */
    private static final int ALWAYS_SHOWN = 1;

    private final transient Texts texts;
    private final transient Map<QuickFilter, QuickFilterButton> quick = new EnumMap<>(QuickFilter.class);
    private final transient List<Command> filterCommands = new ArrayList<>();
    private final transient Runnable filterChanged;
    private final JComponent quickRow;
    private final JComponent buttons;
    private final SearchInput search;
    private final CountLine line = new CountLine();
    private final PlainLabel fault = new PlainLabel();
    private transient OrderCounts counts = OrderCounts.NONE;
    private final transient Calmly calmly = new Calmly(this::showCounts);
    private transient int shown;
    private transient boolean filtered;
    private transient String counted = "";
    private transient boolean wordsShown = true;
    private transient boolean allButtonsShown = true;

    /**
     * Makes the row of tools.
     *
     * @param filterChanged runs when the operator asks for other rows
     * @param leaveSearch runs when the operator is done with the search field
     */
    OrderToolbar(Texts texts, List<Command> commands, Runnable filterChanged, Runnable leaveSearch) {
        super(new MigLayout(
                "insets 4 8 4 8, fillx, gap 4",
                "[][grow, fill][" + LEAST_SEARCH + ":" + MOST_SEARCH + ":" + MOST_SEARCH + ", fill, shrinkprio 200][]",
                "[center]"));
        this.texts = texts;
        this.filterChanged = filterChanged;
        this.search = new SearchInput(texts, filterChanged, this::showFault, leaveSearch);
        this.quickRow = quickFilters();
        this.buttons = buttons(commands);
        line.setName("orders.line");
        line.setEnabled(false);
        line.setHorizontalAlignment(SwingConstants.TRAILING);
        fault.setName("orders.search-fault");
        fault.setHorizontalAlignment(SwingConstants.TRAILING);
        fault.setIcon(Icons.of("status-bad"));
        fault.setVisible(false);
        add(quickRow);
        add(line, "wmin 0, gapleft 8, gapright 8");
        add(search, "growx");
        add(buttons, "gapleft 4");
    }

    OrderFilter filter(StatusWords words) {
        QuickFilter chosen = quick.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(QuickFilter.ALL);
        return new OrderFilter(chosen, search.query(), words);
    }

    void choose(QuickFilter wanted) {
        chosen(wanted).setSelected(true);
        filterChanged.run();
    }

    void search(String text) {
        search.search(text);
    }

    void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    /** Says below the search field why it cannot be read; invisible while all is well. */
    JComponent faultLine() {
        return fault;
    }

    void show(OrderCounts now, int nowShown, boolean nowFiltered) {
        if (now.equals(counts) && nowShown == shown && nowFiltered == filtered) {
            return;
        }
        counts = now;
        shown = nowShown;
        filtered = nowFiltered;
        calmly.run();
    }

    private void showCounts() {
        search.expectRows(counts.total());
        quick.values().forEach(button -> button.show(counts));
        count();
    }

    /** The quick filters, for the menus. */
    List<Command> filterCommands() {
        return List.copyOf(filterCommands);
    }

    /** Texts change with every frame; only this row is laid out then, not the window. */
    @Override
    public boolean isValidateRoot() {
        return true;
    }

    /**
     * Where there is little room, the filters' words go, then the buttons of commands that are in the menus too; the search
     * and the count beside it stay.
     */
    @Override
    public void doLayout() {
        int kept = line.widest() + UIScale.scale(USUAL_SEARCH + GAPS) + width(buttons.getComponents());
        boolean words = kept + quickWidth(true) <= getWidth();
        boolean all = kept + quickWidth(false) <= getWidth();
        if (words != wordsShown) {
            wordsShown = words;
            quick.values().forEach(button -> button.showWord(words));
            quickRow.invalidate();
            count();
        }
        if (all != allButtonsShown) {
            allButtonsShown = all;
            Component[] each = buttons.getComponents();
            for (int i = ALWAYS_SHOWN; i < each.length; i++) {
                each[i].setVisible(all);
            }
            buttons.invalidate();
        }
        super.doLayout();
    }

    private int quickWidth(boolean withWords) {
        return quick.values().stream()
                .mapToInt(button -> button.width(withWords))
                .sum();
    }

    private static int width(Component... components) {
        return Stream.of(components)
                .mapToInt(each -> each.getPreferredSize().width)
                .sum();
    }

    private void count() {
        line.reserve(texts.get("line.filtered", counts.total(), counts.total()));
        if (filtered) {
            counted = texts.get("line.filtered", shown, counts.total());
        } else if (!wordsShown) {
            counted = texts.get("line.all", counts.total());
        } else {
            counted = counts.quiet() == 0 ? "" : texts.get("line.quiet", counts.quiet());
        }
        showLine();
    }

    private void showLine() {
        String text = search.hint().orElse(counted);
        line.setText(text);
        line.setToolTipText(text.isEmpty() ? null : text);
    }

    private void showFault() {
        Optional<String> error = search.error();
        error.ifPresent(text -> {
            fault.setText(text);
            fault.setToolTipText(text);
        });
        fault.setVisible(error.isPresent());
        showLine();
    }

    private JComponent quickFilters() {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 4"));
        ButtonGroup group = new ButtonGroup();
        for (QuickFilter filter : QuickFilter.values()) {
            QuickFilterButton button = new QuickFilterButton(texts, filter);
            button.addActionListener(event -> filterChanged.run());
            Command shortcut = Command.of(
                    button.getName(),
                    texts.get("filter." + filter.key() + ".name"),
                    "",
                    "menu " + (quick.size() + 1),
                    button::doClick);
            shortcut.bindIn(this);
            filterCommands.add(shortcut);
            button.setToolTipText((String) shortcut.getValue(Action.SHORT_DESCRIPTION));
            group.add(button);
            quick.put(filter, button);
            row.add(button);
        }
        chosen(QuickFilter.ALL).setSelected(true);
        return row;
    }

    private static JComponent buttons(List<Command> commands) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 4, hidemode 3"));
        for (Command command : commands) {
            JButton button = command.toolButton();
            button.setHideActionText(true);
            row.add(button);
        }
        return row;
    }

    private QuickFilterButton chosen(QuickFilter filter) {
        return Objects.requireNonNull(quick.get(filter));
    }
}
