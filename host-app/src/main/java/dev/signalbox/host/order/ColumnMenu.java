package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import javax.swing.AbstractButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** What can be done with columns: show and hide them, sort by one, sort by a further one. Made anew when it opens. */
final class ColumnMenu extends JPopupMenu {
    private final transient Texts texts;
    private final transient RowWords words;
    private final OrderTable table;

    ColumnMenu(Texts texts, RowWords words, OrderTable table) {
        this.texts = texts;
        this.words = words;
        this.table = table;
        setName("orders.columns");
        fill();
        addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
                fill();
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent event) {}
        });
    }

    private void fill() {
        removeAll();
        JMenu sort = submenu("columns.sort");
        JMenu further = submenu("columns.sort-further");
        RowOrder order = table.sorter().order();
        for (OrderColumn column : table.shownColumns()) {
            sort.add(item("orders.sort." + column.key(), column, () -> sortBy(order.clicked(column))));
            JMenuItem also = item("orders.sort-further." + column.key(), column, () -> sortBy(order.added(column)));
            int rank = order.rank(column);
            if (rank >= 0) {
                SortMark mark = new SortMark(
                        order.keys().get(rank).descending(), order.keys().size() > 1 ? rank + 1 : 0);
                also.setIcon(mark);
                sort.getItem(sort.getItemCount() - 1).setIcon(mark);
            }
            further.add(also);
        }
        add(sort);
        add(further);
        addSeparator();
        for (OrderColumn column : OrderColumn.ALL) {
            JCheckBoxMenuItem shown =
                    new JCheckBoxMenuItem(words.header(column), !table.columns().isHidden(column));
            shown.setEnabled(column != OrderColumn.ORDER && table.columns().isOffered(column));
            add(named(
                    shown,
                    "orders.column." + column.key(),
                    () -> table.columns().hide(column, !shown.isSelected())));
        }
        addSeparator();
        JMenuItem reset = new JMenuItem(texts.get("columns.reset"));
        add(named(reset, "orders.columns.reset", table.columns()::reset));
    }

    private void sortBy(RowOrder order) {
        table.sorter().orderBy(order);
    }

    private JMenu submenu(String key) {
        JMenu menu = new JMenu(texts.get(key));
        menu.setName("orders." + key);
        return menu;
    }

    private JMenuItem item(String name, OrderColumn column, Runnable deed) {
        return named(new JMenuItem(words.header(column)), name, deed);
    }

    private static <B extends AbstractButton> B named(B item, String name, Runnable deed) {
        item.setName(name);
        item.addActionListener(event -> deed.run());
        return item;
    }
}
