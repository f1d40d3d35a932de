package dev.signalbox.host.order;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Quick filters with their counts, the search field, and the commands for orders. */
final class OrderToolbar extends JPanel {
    private static final Map<QuickFilter, String> ICONS = new EnumMap<>(Map.of(
            QuickFilter.MOVING, Meaning.MOVING.icon(),
            QuickFilter.SETTLED, Meaning.SETTLED.icon(),
            QuickFilter.FAILED, Meaning.FAILED.icon()));

    private final transient Texts texts;
    private final transient Map<QuickFilter, JToggleButton> quick = new EnumMap<>(QuickFilter.class);
    private final transient List<Command> filterCommands = new ArrayList<>();
    private final JTextField search = new JTextField();
    private final PlainLabel line = new PlainLabel();
    private transient List<Object> lastSaid = List.of();
    private final transient Runnable filterChanged;
    private final transient Runnable leaveSearch;

    /**
     * Makes the row of tools.
     *
     * @param filterChanged runs when the operator asks for other rows
     * @param leaveSearch runs when the operator is done with the search field
     */
    OrderToolbar(Texts texts, List<Command> commands, Runnable filterChanged, Runnable leaveSearch) {
        super(new MigLayout(
                "insets 4 8 4 8, fillx, gap 4", "[][][grow][96:240:240, fill, shrinkprio 200][]", "[center]"));
        this.texts = texts;
        this.filterChanged = filterChanged;
        this.leaveSearch = leaveSearch;
        add(quickFilters());
        line.setName("orders.line");
        line.setEnabled(false);
        add(line, "wmin 0, gapleft 8, gapright 8");
        add(searchField(), "skip 1, growx, wmin 96");
        add(buttons(commands), "gapleft 4");
    }

    OrderFilter filter(String quietWords) {
        QuickFilter chosen = quick.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(QuickFilter.ALL);
        return OrderFilter.of(chosen, search.getText(), quietWords);
    }

    void choose(QuickFilter wanted) {
        chosen(wanted).setSelected(true);
        filterChanged.run();
    }

    void clearSearch() {
        search.setText("");
    }

    void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    void show(OrderCounts counts, int shown, boolean filtered) {
        List<Object> said = List.of(counts, shown, filtered);
        if (said.equals(lastSaid)) {
            return;
        }
        lastSaid = said;
        quick.forEach((filter, button) -> {
            button.setText(texts.get("filter." + filter.key(), filter.count(counts)));
        });
        if (filtered) {
            line.setText(texts.get("line.filtered", shown, counts.total()));
        } else {
            line.setText(counts.quiet() == 0 ? "" : texts.get("line.quiet", counts.quiet()));
        }
    }

    /** The quick filters, for the menus. */
    List<Command> filterCommands() {
        return List.copyOf(filterCommands);
    }

    private JComponent quickFilters() {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 4"));
        ButtonGroup group = new ButtonGroup();
        for (QuickFilter filter : QuickFilter.values()) {
            JToggleButton button = new JToggleButton(texts.get("filter." + filter.key(), 0));
            String name = texts.get("filter." + filter.key() + ".name");
            Named.as(button, "orders.filter-" + filter.key(), name);
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.addActionListener(event -> filterChanged.run());
            if (ICONS.containsKey(filter)) {
                button.setIcon(icon(filter));
            }
            Command shortcut = Command.of(
                    "orders.filter-" + filter.key(), name, "", "menu " + (quick.size() + 1), button::doClick);
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

    private JComponent searchField() {
        Named.as(search, "orders.search", texts.get("search.name"));
        search.setToolTipText(texts.get("search.tip", Command.words(Command.keyStroke(OrderCommands.FIND_SHORTCUT))));
        search.putClientProperty("JTextField.placeholderText", texts.get("search.placeholder"));
        search.putClientProperty("JTextField.showClearButton", true);
        search.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                filterChanged.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                filterChanged.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
        onKey("ESCAPE", () -> {
            if (search.getText().isEmpty()) {
                leaveSearch.run();
            } else {
                clearSearch();
            }
        });
        onKey("DOWN", leaveSearch);
        onKey("ENTER", leaveSearch);
        return search;
    }

    private void onKey(String key, Runnable deed) {
        search.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        search.getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private static JComponent buttons(List<Command> commands) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 4"));
        for (Command command : commands) {
            JButton button = command.toolButton();
            button.setHideActionText(true);
            row.add(button);
        }
        return row;
    }

    private static FlatSVGIcon icon(QuickFilter filter) {
        return Icons.of(Objects.requireNonNull(ICONS.get(filter)), 12);
    }

    private JToggleButton chosen(QuickFilter filter) {
        return Objects.requireNonNull(quick.get(filter));
    }
}
