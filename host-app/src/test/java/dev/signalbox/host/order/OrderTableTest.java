package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.util.ColorFunctions;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.LookAndFeel;
import javax.swing.RepaintManager;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTableTest {
    private final OrderBook book = new OrderBook();
    private final OrderTableModel model = new OrderTableModel(book, Orders.words());
    private final OrderTable table = new OrderTable(model);

    @Test
    void sortsAnyColumnEitherWay() {
        show(order("b/x", "ORD-10", "b", "FAILED", "x"), order("a/x", "ORD-9", "a", "COMPLETED", "y"));

        assertThat(shown()).containsExactly("ORD-9", "ORD-10");
        for (OrderColumn column : List.of(OrderColumn.ORDER, OrderColumn.STATE, OrderColumn.SOURCE)) {
            table.sorter().orderBy(new RowOrder(column, false));
            assertThat(shown()).as(column.key()).containsExactly("ORD-9", "ORD-10");
            table.sorter().toggleSortOrder(column.index());
            assertThat(shown()).as(column.key()).containsExactly("ORD-10", "ORD-9");
        }
        table.sorter().toggleSortOrder(OrderColumn.STATUS.index());
        assertThat(shown()).containsExactly("ORD-10", "ORD-9");
    }

    @Test
    void theFirstClickOnUpdatedPutsTheNewestFirst() {
        table.sorter().toggleSortOrder(OrderColumn.UPDATED.index());

        assertThat(table.sorter().order()).isEqualTo(new RowOrder(OrderColumn.UPDATED, true));
    }

    @Test
    void everyColumnStandsInTheModelWhereItsIndexSays() {
        assertThat(OrderColumn.ALL)
                .allSatisfy(column ->
                        assertThat(OrderColumn.ALL.get(column.index())).isEqualTo(column));
        assertThat(List.of(Meaning.values()))
                .extracting(Meaning::rank)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theThirdClickSortsAsAtFirst() {
        for (boolean descending : new boolean[] {false, true}) {
            table.sorter().toggleSortOrder(OrderColumn.MESSAGE.index());
            assertThat(table.sorter().order()).isEqualTo(new RowOrder(OrderColumn.MESSAGE, descending));
        }
        table.sorter().toggleSortOrder(OrderColumn.MESSAGE.index());

        assertThat(table.sorter().order()).isEqualTo(RowOrder.FIRST);
    }

    @Test
    void aClickWithShiftSortsRowsAlikeByAFurtherColumn() {
        show(
                order("a/x", "A", "SHIPPED", "COMPLETED", "2"),
                order("a/x", "B", "PROCESSING", "IN_PROGRESS", "1"),
                order("a/x", "C", "SHIPPED", "COMPLETED", "1"),
                order("a/x", "D", "PROCESSING", "IN_PROGRESS", "2"));
        table.sorter().toggleSortOrder(OrderColumn.STATE.index());
        clickWithShift(OrderColumn.MESSAGE);
        assertThat(shown()).containsExactly("B", "D", "C", "A");

        clickWithShift(OrderColumn.MESSAGE);
        assertThat(shown()).containsExactly("D", "B", "A", "C");

        clickWithShift(OrderColumn.MESSAGE);
        assertThat(table.sorter().order()).isEqualTo(new RowOrder(OrderColumn.STATE, false));
    }

    @Test
    void agesSortByWhenTheStateWasEntered() {
        show(at(30, order("a/x", "A", "NEW", "", "")), at(10, order("a/x", "B", "NEW", "", "")), Orders.watch("C"));
        show(at(50, order("a/x", "B", "NEW", "", "still")), at(50, order("a/x", "A", "OLD", "", "")));
        table.sorter().toggleSortOrder(OrderColumn.AGE.index());
        assertThat(shown()).containsExactly("B", "A", "C");

        table.sorter().toggleSortOrder(OrderColumn.AGE.index());
        assertThat(shown()).containsExactly("C", "A", "B");
    }

    @Test
    void selectionStaysWithItsOrdersWhileUpdatesMoveThem() {
        table.sorter().orderBy(new RowOrder(OrderColumn.MESSAGE, false));
        show(moving("A", "1"), moving("B", "2"), moving("C", "3"), moving("D", "4"));
        select("B", "D");
        show(moving("B", "9"), moving("A", "5"));

        assertThat(shown()).containsExactly("C", "D", "A", "B");
        assertThat(selected()).containsExactly("D", "B");
    }

    @Test
    void selectionStaysWhileOrdersAreInsertedBeforeIt() {
        show(moving("ORD-5", ""), moving("ORD-7", ""));
        select("ORD-7");
        show(moving("ORD-1", ""), moving("ORD-6", ""), moving("ORD-5", "moved too"));

        assertThat(shown()).containsExactly("ORD-1", "ORD-5", "ORD-6", "ORD-7");
        assertThat(selected()).containsExactly("ORD-7");
    }

    @Test
    void selectionStaysWhileNeighboursAreRemoved() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        select("C", "D");
        show(removed("A"), removed("B"));

        assertThat(selected()).containsExactly("C", "D");
    }

    @Test
    void selectionStaysWhenManyThingsHappenAtOnce() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        select("B", "C");
        show(removed("A"), removed("C"), moving("AA", ""), moving("B", "moved"));

        assertThat(shown()).containsExactly("AA", "B", "D");
        assertThat(selected()).containsExactly("B");
    }

    @Test
    void anOrderFilteredOutComesBackSelected() {
        show(moving("A", ""), moving("B", ""));
        select("B");
        table.sorter().filterBy(OrderFilter.of(QuickFilter.FAILED, "", ""));
        assertThat(selected()).isEmpty();

        table.sorter().filterBy(OrderFilter.of(QuickFilter.ALL, "", ""));
        assertThat(selected()).containsExactly("B");
    }

    @Test
    void anUpdateTakesAnOrderIntoAndOutOfTheFilter() {
        table.sorter().filterBy(OrderFilter.of(QuickFilter.FAILED, "", ""));
        show(moving("A", ""), failed("B"));
        assertThat(shown()).containsExactly("B");

        show(failed("A"), moving("B", "again"));
        assertThat(shown()).containsExactly("A");
    }

    @Test
    void theScrollPositionStaysWhileOrdersMoveAndCome() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(400, 200);
        for (int i = 0; i < 200; i++) {
            show(moving("ORD-" + i, ""));
        }
        layOut(scroll);
        scroll.getViewport().setViewPosition(new Point(0, 1000));
        show(moving("ORD-3", "changed"), moving("ORD-500", ""));
        layOut(scroll);
        show(moving("ORD-0", "changed"));
        layOut(scroll);

        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 1000));
    }

    @Test
    void theFirstRowInSightStaysFirstWhileRowsComeAndGoAboveIt() {
        JScrollPane scroll = scrolledTo(1005);
        show(moving("ORD-3-a", ""), moving("ORD-4-a", ""), moving("ORD-6-a", ""));
        layOut(scroll);
        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 1005 + 3 * table.getRowHeight()));

        show(removed("ORD-3"), removed("ORD-3-a"), removed("ORD-180"));
        layOut(scroll);
        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 1005 + table.getRowHeight()));
    }

    @Test
    void theSelectedRowInSightKeepsItsPlaceOnScreen() {
        JScrollPane scroll = scrolledTo(1000);
        int place = table.lastInSight() - 1;
        table.setRowSelectionInterval(place, place);
        OrderRow row = table.shownRow(place);
        int onScreen =
                table.getCellRect(place, 0, true).y - scroll.getViewport().getViewPosition().y;
        show(moving("ORD-" + (place - 2) + "-a", "right above it"), moving("ORD-1-a", "far above it"));
        layOut(scroll);

        int now = table.convertRowIndexToView(row.index());
        assertThat(now).isEqualTo(place + 2);
        assertThat(table.getCellRect(now, 0, true).y - scroll.getViewport().getViewPosition().y)
                .isEqualTo(onScreen);
        assertThat(table.getSelectionModel().getLeadSelectionIndex()).isEqualTo(now);
        assertThat(table.getSelectionModel().getAnchorSelectionIndex()).isEqualTo(now);
    }

    @Test
    void aRowThatMovesByItsOwnChangeDoesNotPullTheViewAlong() {
        table.sorter().orderBy(new RowOrder(OrderColumn.MESSAGE, false));
        JScrollPane scroll = scrolledTo(1000);
        int place = table.firstInSight() + 1;
        table.setRowSelectionInterval(place, place);
        OrderRow row = table.shownRow(place);
        show(moving(row.id(), "zzz"));
        layOut(scroll);

        assertThat(table.getSelectedRow()).isEqualTo(table.getRowCount() - 1);
        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 1000));
    }

    @Test
    void aViewAtTheTopStaysThereSoThatNewRowsShow() {
        JScrollPane scroll = scrolledTo(0);
        table.setRowSelectionInterval(2, 2);
        show(moving("A-1", ""));
        layOut(scroll);

        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 0));
        assertThat(table.getSelectedRow()).isEqualTo(3);
    }

    @Test
    void aViewThatHasBecomeTooLongEndsWithTheLastRow() {
        JScrollPane scroll = scrolledTo(3000);
        table.sorter().filterBy(OrderFilter.of(QuickFilter.ALL, "ord-1", ""));
        layOut(scroll);

        Rectangle seen = scroll.getViewport().getViewRect();
        assertThat(seen.y + seen.height).isEqualTo(table.getRowCount() * table.getRowHeight());
    }

    @Test
    void aBatchPaintsNothingWhenNothingInSightHasChanged() {
        scrolledTo(0);
        List<Rectangle> painted = repaintsDuring(() -> show(moving("ORD-150", "changed"), moving("ORD-180", "too")));

        assertThat(painted).isEmpty();
    }

    @Test
    void aBatchPaintsOnlyTheRowsInSightThatChanged() {
        scrolledTo(0);
        int height = table.getRowHeight();
        List<Rectangle> painted = repaintsDuring(() -> show(moving("ORD-2", "changed"), moving("ORD-150", "too")));

        assertThat(painted).containsExactly(new Rectangle(0, 2 * height, table.getWidth(), height));
    }

    @Test
    void aRowThatComesPaintsWhatIsBelowIt() {
        scrolledTo(0);
        int height = table.getRowHeight();
        List<Rectangle> painted = repaintsDuring(() -> show(moving("ORD-3-a", "")));

        assertThat(painted).allMatch(each -> each.y >= 4 * height).isNotEmpty();
    }

    @Test
    void aChangedCellFlashesAndTheOthersOfItsRowDoNot() {
        scrolledTo(0);
        show(order(Orders.SOURCE, "ORD-2", "PROCESSING", "IN_PROGRESS", "changed"));
        OrderRow row = table.shownRow(2);

        assertThat(table.flashes().ground(row, OrderColumn.MESSAGE)).isNotNull();
        assertThat(table.flashes().ground(row, OrderColumn.STATE)).isNull();
        assertThat(table.flashes().ground(table.shownRow(3), OrderColumn.MESSAGE))
                .isNull();

        table.flashes().show(false);
        assertThat(table.flashes().ground(row, OrderColumn.MESSAGE)).isNull();
    }

    @Test
    void nothingFlashesWhileMostRowsInSightChange() {
        scrolledTo(0);
        ConsoleEvent[] flood = new ConsoleEvent[200];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = moving("ORD-" + i, "changed");
        }
        show(flood);

        assertThat(table.lastInSight()).isGreaterThan(6);
        assertThat(table.flashes().isFlood()).isTrue();
        assertThat(table.flashes().ground(table.shownRow(2), OrderColumn.MESSAGE))
                .isNull();
    }

    @Test
    void textsStayReadableOnAFlash() throws Exception {
        LookAndFeel before = UIManager.getLookAndFeel();
        try {
            for (LookAndFeel theme : List.of(new FlatLightLaf(), new FlatDarkLaf())) {
                UIManager.setLookAndFeel(theme);
                for (int step = 1; step <= 2; step++) {
                    assertThat(contrast(Flashes.tint(step), UIManager.getColor("Table.foreground")))
                            .as(theme.getName())
                            .isGreaterThan(4.5);
                }
            }
        } finally {
            UIManager.setLookAndFeel(before);
        }
    }

    @Test
    void timesAreSaidAsHowLongAgo() {
        show(at(0, moving("A", "")), at(-5, moving("B", "")), at(-200, moving("C", "")), at(-7300, moving("D", "")));
        show(at(-90_000, moving("E", "")), at(3600, moving("F", "")), Orders.watch("G"));

        assertThat(cells(OrderColumn.UPDATED))
                .containsExactly("now", "5 s", "3 min", "2 h", "28/02/2026, 11:00", "13:00:00", "");
        assertThat(cells(OrderColumn.AGE)).containsExactly("now", "5 s", "3 min", "2 h", "1 d", "13:00:00", "");
    }

    @Test
    void aHiddenColumnComesBackWhereItStood() {
        table.moveColumn(0, 2);
        table.columns().hide(OrderColumn.STATUS, true);
        table.show(OrderColumn.SOURCE, true);
        assertThat(table.shownColumns()).startsWith(OrderColumn.STATE, OrderColumn.ORDER, OrderColumn.MESSAGE);

        table.columns().hide(OrderColumn.STATUS, false);
        assertThat(table.shownColumns())
                .startsWith(OrderColumn.STATE, OrderColumn.STATUS, OrderColumn.ORDER, OrderColumn.MESSAGE);

        table.columns().hide(OrderColumn.ORDER, true);
        assertThat(table.shownColumns()).contains(OrderColumn.ORDER);
        table.columns().reset();
        assertThat(table.shownColumns()).startsWith(OrderColumn.ORDER, OrderColumn.STATE, OrderColumn.STATUS);
    }

    @Test
    void aHeaderSaysHowItsColumnIsSortedAndAsWhichKey() {
        assertThat(mark(OrderColumn.ORDER)).isEqualTo(new SortMark(false, 0));
        table.sorter().toggleSortOrder(OrderColumn.UPDATED.index());
        clickWithShift(OrderColumn.STATE);

        assertThat(mark(OrderColumn.ORDER)).isNull();
        assertThat(mark(OrderColumn.UPDATED)).isEqualTo(new SortMark(true, 1));
        assertThat(mark(OrderColumn.STATE)).isEqualTo(new SortMark(false, 2));
    }

    @Test
    void jumpsToAnOrder() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(400, 200);
        for (int i = 0; i < 200; i++) {
            show(moving("ORD-" + i, ""));
        }
        layOut(scroll);
        OrderRow row = book.find(key("ORD-150")).orElseThrow();

        assertThat(table.jumpTo(row)).isTrue();
        assertThat(selected()).containsExactly("ORD-150");
        assertThat(table.getVisibleRect().intersects(table.getCellRect(150, 0, true)))
                .isTrue();
    }

    @Test
    void theMenuIsAboutTheRowUnderThePointer() {
        show(moving("A", ""), moving("B", ""), moving("C", ""));
        table.setSize(400, 200);
        select("A", "B");
        table.getPopupLocation(rightClickOn(1));
        assertThat(selected()).containsExactly("A", "B");

        table.getPopupLocation(rightClickOn(2));
        assertThat(selected()).containsExactly("C");
    }

    @Test
    void showsTopicAndSourceOnlyWhenAskedAndAtTheEnd() {
        assertThat(table.shownColumns()).doesNotContain(OrderColumn.SOURCE, OrderColumn.TOPIC);

        table.show(OrderColumn.SOURCE, true);
        table.show(OrderColumn.SOURCE, true);
        assertThat(table.shownColumns()).endsWith(OrderColumn.AGE, OrderColumn.SOURCE);

        table.show(OrderColumn.SOURCE, false);
        assertThat(table.shownColumns()).doesNotContain(OrderColumn.SOURCE);
    }

    @Test
    void theMessageTakesTheRoomTheOtherColumnsLeave() {
        table.setSize(1000, 100);
        table.doLayout();

        assertThat(Arrays.stream(OrderColumn.values())
                        .filter(column -> table.convertColumnIndexToView(column.index()) >= 0)
                        .mapToInt(column -> table.getColumnModel()
                                .getColumn(table.convertColumnIndexToView(column.index()))
                                .getWidth())
                        .sum())
                .isEqualTo(1000);
        assertThat(table.getColumnModel().getColumn(0).getWidth()).isEqualTo(OrderColumn.ORDER.width());
    }

    @Test
    void aColumnDraggedTakesItsRoomFromTheMessage() {
        table.setSize(1000, 100);
        table.doLayout();
        int state = table.getColumnModel().getColumn(1).getWidth();
        int message = table.getColumnModel().getColumn(3).getWidth();
        table.getTableHeader().setResizingColumn(table.getColumnModel().getColumn(0));
        table.getColumnModel().getColumn(0).setWidth(OrderColumn.ORDER.width() + 50);
        table.doLayout();
        table.getTableHeader().setResizingColumn(null);
        table.doLayout();

        assertThat(table.getColumnModel().getColumn(0).getWidth()).isEqualTo(OrderColumn.ORDER.width() + 50);
        assertThat(table.getColumnModel().getColumn(1).getWidth()).isEqualTo(state);
        assertThat(table.getColumnModel().getColumn(3).getWidth()).isEqualTo(message - 50);
    }

    @Test
    void theStatusKeepsItsColourAfterAQuietRow() {
        show(shipped("B"), Orders.watch("A"));
        var before = table.prepareRenderer(table.getCellRenderer(1, 2), 1, 2).getForeground();
        var quiet = table.prepareRenderer(table.getCellRenderer(0, 2), 0, 2).getForeground();
        var after = table.prepareRenderer(table.getCellRenderer(1, 2), 1, 2).getForeground();

        assertThat(after).isEqualTo(before).isNotEqualTo(quiet);
    }

    @Test
    void theRankOfASortMarkLeavesThePenToTheTitleAsItWas() {
        Graphics pen = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB).createGraphics();
        Font font = pen.getFont();
        Color colour = pen.getColor();
        new SortMark(true, 2).paintIcon(new PaddedRenderer(), pen, 0, 0);

        assertThat(pen.getFont()).isEqualTo(font);
        assertThat(pen.getColor()).isEqualTo(colour);
        pen.dispose();
    }

    private @Nullable Icon mark(OrderColumn column) {
        int place = table.convertColumnIndexToView(column.index());
        return ((JLabel) table.getTableHeader()
                        .getDefaultRenderer()
                        .getTableCellRendererComponent(table, "", false, false, -1, place))
                .getIcon();
    }

    private List<String> cells(OrderColumn column) {
        int place = table.convertColumnIndexToView(column.index());
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            cells.add(((JLabel) table.prepareRenderer(table.getCellRenderer(i, place), i, place)).getText());
        }
        return cells;
    }

    private void clickWithShift(OrderColumn column) {
        table.sorter().adding(true);
        table.sorter().toggleSortOrder(column.index());
        table.sorter().adding(false);
    }

    private JScrollPane scrolledTo(int y) {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(400, 240);
        ConsoleEvent[] all = new ConsoleEvent[200];
        for (int i = 0; i < all.length; i++) {
            all[i] = moving("ORD-" + i, "message " + i);
        }
        show(all);
        layOut(scroll);
        scroll.getViewport().setViewPosition(new Point(0, y));
        for (int i = 0; i < table.getRowCount(); i++) {
            table.shownRow(i).flash().out();
        }
        table.flashes().tick();
        return scroll;
    }

    private List<Rectangle> repaintsDuring(Runnable deed) {
        List<Rectangle> painted = new ArrayList<>();
        RepaintManager before = RepaintManager.currentManager(table);
        RepaintManager.setCurrentManager(new RepaintManager() {
            @Override
            public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
                if (component == table) {
                    painted.add(new Rectangle(x, y, width, height));
                }
            }
        });
        try {
            deed.run();
        } finally {
            RepaintManager.setCurrentManager(before);
        }
        return painted;
    }

    private static OrderEvent at(int seconds, OrderEvent event) {
        return new OrderEvent(
                event.source(),
                event.orderId(),
                event.state(),
                event.status(),
                event.message(),
                event.settled(),
                event.failed(),
                Orders.NOON.plusSeconds(seconds));
    }

    /** As the Web Content Accessibility Guidelines reckon it. */
    private static double contrast(Color a, Color b) {
        double one = ColorFunctions.luma(a);
        double other = ColorFunctions.luma(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private MouseEvent rightClickOn(int row) {
        int y = table.getCellRect(row, 0, true).y + 1;
        return new MouseEvent(table, MouseEvent.MOUSE_PRESSED, 0, 0, 5, y, 1, true, MouseEvent.BUTTON3);
    }

    private void show(ConsoleEvent... batch) {
        model.show(book.apply(List.of(batch)));
    }

    private List<String> shown() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            ids.add((String) table.getValueAt(i, 0));
        }
        return ids;
    }

    private void select(String... ids) {
        table.clearSelection();
        for (String id : ids) {
            int place = shown().indexOf(id);
            table.addRowSelectionInterval(place, place);
        }
    }

    private List<String> selected() {
        return table.selected().stream().map(OrderRow::id).toList();
    }

    private static void layOut(JScrollPane scroll) {
        scroll.doLayout();
        scroll.getViewport().doLayout();
    }
}
