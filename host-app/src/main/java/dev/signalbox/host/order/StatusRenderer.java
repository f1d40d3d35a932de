package dev.signalbox.host.order;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Tone;
import java.awt.Component;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import javax.swing.Icon;
import javax.swing.JTable;
import org.jspecify.annotations.Nullable;

/** A status: an icon for what it means, and the text as it came. */
final class StatusRenderer extends PaddedRenderer {
    private final transient Map<Meaning, Icon> icons = new EnumMap<>(Meaning.class);

    /** An outline in its own colour is lost on the colour of a selected row; there it takes that of the text. */
    private final transient Map<Meaning, Icon> onSelection = new EnumMap<>(Meaning.class);

    private final transient IntFunction<Meaning> meaningOfModelRow;

    StatusRenderer(IntFunction<Meaning> meaningOfModelRow) {
        this.meaningOfModelRow = meaningOfModelRow;
        for (Meaning meaning : Meaning.values()) {
            icons.put(meaning, new PaintedIcon(Icons.of(meaning.icon())));
            FlatSVGIcon plain = Icons.of(meaning.icon());
            if (meaning.isOutlined()) {
                plain.setColorFilter(new FlatSVGIcon.ColorFilter(colour -> getForeground()));
            }
            onSelection.put(meaning, new PaintedIcon(plain));
        }
        setIconTextGap(6);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        Meaning meaning = meaningOfModelRow.apply(table.convertRowIndexToModel(row));
        setIcon((selected ? onSelection : icons).get(meaning));
        if (meaning == Meaning.QUIET && !selected) {
            setForeground(Tone.QUIET.color());
        }
        return this;
    }
}
