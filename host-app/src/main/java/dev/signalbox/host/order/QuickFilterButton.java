package dev.signalbox.host.order;

import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import java.awt.Dimension;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/**
 * A quick filter with its live count. It is as wide as the count of all rows needs, so that nothing beside it moves while
 * the counts do. Where there is little room it shows its icon instead of its word; without an icon, its
 * word alone.
 */
final class QuickFilterButton extends JToggleButton {
    private static final Map<QuickFilter, String> ICONS = new EnumMap<>(Map.of(
            QuickFilter.MOVING, Meaning.MOVING.icon(),
            QuickFilter.SETTLED, Meaning.SETTLED.icon(),
            QuickFilter.FAILED, Meaning.FAILED.icon()));

    private final transient Texts texts;
    private final transient QuickFilter filter;
    private transient OrderCounts counts = OrderCounts.NONE;
    private transient boolean word = true;
    private transient String widest = "";
    private transient boolean keepsItsSize;

    QuickFilterButton(Texts texts, QuickFilter filter) {
        this.texts = texts;
        this.filter = filter;
        Named.as(this, "orders.filter-" + filter.key(), texts.get("filter." + filter.key() + ".name"));
        putClientProperty("JButton.buttonType", "toolBarButton");
        setHorizontalAlignment(SwingConstants.LEADING);
        String icon = ICONS.get(filter);
        if (icon != null) {
            setIcon(new PaintedIcon(Icons.of(icon, 12)));
        }
        write();
    }

    void show(OrderCounts now) {
        counts = now;
        write();
    }

    /** With its word, or with its count alone. */
    void showWord(boolean wanted) {
        word = wanted;
        write();
    }

    /** Its width with its word and, if less, without. */
    int width(boolean withWord) {
        int text = getFontMetrics(getFont()).stringWidth(text(counts.total(), withWord, true));
        return getPreferredSize().width - getFontMetrics(getFont()).stringWidth(widest) + text;
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        if (widest != null && !isPreferredSizeSet()) {
            size.width += getFontMetrics(getFont()).stringWidth(widest)
                    - getFontMetrics(getFont()).stringWidth(getText());
        }
        return size;
    }

    /** A new count alone moves nothing, so nothing needs to be laid out. */
    @Override
    public void revalidate() {
        if (!keepsItsSize) {
            super.revalidate();
        }
    }

    private void write() {
        String room = text(counts.total(), word, true);
        keepsItsSize = room.equals(widest);
        widest = room;
        setText(text(filter.count(counts), word, false));
        keepsItsSize = false;
    }

    private String text(int count, boolean withWord, boolean widestDigits) {
        String text;
        if (withWord) {
            text = texts.get("filter." + filter.key(), count);
        } else if (getIcon() == null) {
            text = texts.get("filter." + filter.key() + ".short");
        } else {
            text = NumberFormat.getIntegerInstance().format(count);
        }
        return widestDigits ? text.replaceAll("\\d", "0") : text;
    }
}
