package dev.signalbox.host.order;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The search field. Filters on each letter; where there are very many rows, once the operator pauses between letters. Its
 * outline turns red when the operator stops at a search that cannot be read.
 */
final class SearchInput extends JTextField {
    /** So many rows are looked through within a frame. */
    private static final int ROWS_AT_ONCE = 20_000;

    private static final int BETWEEN_LETTERS_MILLIS = 80;
    private static final int STOPPED_MILLIS = 1_000;

    private final transient Texts texts;
    private final transient TypedSearch typed = new TypedSearch();
    private final transient Runnable filterChanged;
    private final transient Runnable faultChanged;
    private final transient Runnable leave;
    private final transient SearchHelp help;
    private final Timer filtering = new Timer(BETWEEN_LETTERS_MILLIS, event -> filter());
    private final Timer stopped = new Timer(STOPPED_MILLIS, event -> insist());
    private transient int rows;

    /**
     * Makes an empty field.
     *
     * @param filterChanged runs when other rows are to be shown
     * @param faultChanged runs when there is something else to be said of what was typed
     * @param leave runs when the operator is done here
     */
    SearchInput(Texts texts, Runnable filterChanged, Runnable faultChanged, Runnable leave) {
        this.texts = texts;
        this.filterChanged = filterChanged;
        this.faultChanged = faultChanged;
        this.leave = leave;
        this.help = new SearchHelp(texts);
        filtering.setRepeats(false);
        stopped.setRepeats(false);
        setDocument(new SearchDocument(this::typed));
        Named.as(this, "orders.search", texts.get("search.name"));
        setToolTipText(texts.get("search.tip", Command.words(Command.keyStroke(OrderCommands.FIND_SHORTCUT))));
        putClientProperty("JTextField.placeholderText", texts.get("search.placeholder"));
        putClientProperty("JTextField.showClearButton", true);
        putClientProperty("JTextField.leadingIcon", Icons.of("search"));
        putClientProperty("JTextField.trailingComponent", helpButton());
        onKey("ESCAPE", this::escape);
        onKey("DOWN", this::done);
        onKey("ENTER", this::done);
        onKey("F1", this::explain);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                insist();
            }
        });
    }

    /** The last search that could be read. */
    SearchQuery query() {
        return typed.inForce();
    }

    /** What is wrong, for somebody who is still typing; empty once it is an error. */
    Optional<String> hint() {
        return typed.fault().filter(fault -> !typed.insists()).map(fault -> fault.hint(texts));
    }

    /** What is wrong and what to do, once the operator has stopped typing. */
    Optional<String> error() {
        return typed.fault().filter(fault -> typed.insists()).map(fault -> fault.sentence(texts));
    }

    /** How many rows a new search has to look through. */
    void expectRows(int most) {
        rows = most;
    }

    void search(String text) {
        setText(text);
        filter();
    }

    private void typed() {
        typed.type(getText());
        stopped.stop();
        if (typed.fault().isPresent()) {
            stopped.start();
        }
        showFault();
        if (rows <= ROWS_AT_ONCE || getText().isEmpty()) {
            filter();
        } else {
            filtering.restart();
        }
    }

    private void filter() {
        filtering.stop();
        filterChanged.run();
    }

    private void insist() {
        stopped.stop();
        if (!typed.insists()) {
            typed.insist();
            showFault();
        }
    }

    private void showFault() {
        @Nullable String error = error().orElse(null);
        putClientProperty("JComponent.outline", error == null ? null : "error");
        getAccessibleContext().setAccessibleDescription(error == null ? getToolTipText() : error);
        faultChanged.run();
    }

    private void escape() {
        if (getText().isEmpty()) {
            leave.run();
        } else {
            setText("");
        }
    }

    /** Whoever asks for the rows gets them at once, or learns why not. */
    private void done() {
        if (typed.fault().isPresent()) {
            insist();
        } else {
            filter();
            leave.run();
        }
    }

    private void explain() {
        help.showBelow(this);
    }

    private JButton helpButton() {
        JButton button = Named.as(new JButton(), "orders.search-help", texts.get("search.help.name"));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setIcon(Icons.of("help", 14));
        button.setToolTipText(texts.get("search.help.tip", Command.words(Command.keyStroke("F1"))));
        button.addActionListener(event -> explain());
        return button;
    }

    private void onKey(String key, Runnable deed) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }
}
