package dev.signalbox.host.order;

import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;

/** The language of searches on a slip of paper; Esc puts it away. */
final class SearchHelp {
    private static final List<String> LINES = List.of("words", "field", "without", "phrase");

    private final Texts texts;

    SearchHelp(Texts texts) {
        this.texts = texts;
    }

    void showBelow(JComponent field) {
        JPanel lines = new JPanel(new MigLayout("insets 6 10 6 10, wrap 2, gap 16 4"));
        lines.setOpaque(false);
        for (String line : LINES) {
            PlainLabel form = new PlainLabel(texts.get("search.help." + line));
            form.putClientProperty("FlatLaf.styleClass", "monospaced");
            lines.add(form);
            lines.add(new PlainLabel(texts.get("search.help." + line + ".means")));
        }
        PlainLabel fields = new PlainLabel(texts.get("search.help.fields", String.join(", ", SearchedField.NAMES)));
        fields.setForeground(Tone.QUIET.color());
        lines.add(fields, "span, gaptop 4");
        JPopupMenu slip = new JPopupMenu();
        slip.setName("orders.search-help.slip");
        slip.add(lines);
        slip.show(field, field.getWidth() - slip.getPreferredSize().width, field.getHeight() + 2);
    }
}
