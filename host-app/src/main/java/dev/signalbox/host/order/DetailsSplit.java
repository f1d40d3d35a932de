package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.Named;
import java.util.function.IntSupplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.UIManager;

/**
 * The table above, the details below, which can be put away. The height of the details stays what the operator made it;
 * where that would leave too few rows they get less, and where what they get would be of no use they give way until there
 * is room again.
 */
final class DetailsSplit extends JSplitPane {
    private static final int LEAST_DETAILS = 104;

    private final JComponent table;
    private final JComponent details;
    private final transient IntSupplier leastTable;
    private double share = OrderPanelState.FIRST_SPLIT;

    /** Asked for where there is no room: then the table shares what there is. */
    private boolean insisted;

    private boolean givesWay;
    private boolean placing;
    private int heightPlacedFor;

    /**
     * Makes the split.
     *
     * @param leastTable how high the table must be to be of use
     */
    DetailsSplit(JComponent table, JComponent details, String accessibleName, IntSupplier leastTable) {
        super(VERTICAL_SPLIT, true, table, details);
        this.table = table;
        this.details = details;
        this.leastTable = leastTable;
        setResizeWeight(1);
        setBorder(BorderFactory.createEmptyBorder());
        Named.as(this, "orders.split", accessibleName);
        addPropertyChangeListener(DIVIDER_LOCATION_PROPERTY, event -> dividerMoved());
    }

    /** Whether the operator wants them, also while there is no room for them. */
    boolean detailsShown() {
        return getBottomComponent() != null;
    }

    /** The table's share of the height. */
    double share() {
        return share;
    }

    void restore(double wantedShare, boolean detailsWanted) {
        showDetails(detailsWanted);
        share = wantedShare;
        placeAnew();
    }

    /** Puts the details away, or shows them; also where they had to give way. */
    void toggle() {
        if (detailsShown() && givesWay) {
            insisted = true;
            placeAnew();
        } else {
            insisted = false;
            showDetails(!detailsShown());
        }
    }

    private void showDetails(boolean wanted) {
        if (wanted == detailsShown()) {
            return;
        }
        setBottomComponent(wanted ? details : null);
        setDividerSize(wanted ? UIManager.getInt("SplitPane.dividerSize") : 0);
        placeAnew();
    }

    private void placeAnew() {
        heightPlacedFor = 0;
        revalidate();
    }

    /** A share can only be turned into a place once there is a height. */
    @Override
    public void doLayout() {
        int room = getHeight() - getDividerSize();
        if (!detailsShown() || room <= 0) {
            super.doLayout();
            return;
        }
        int leastBelow = UIScale.scale(LEAST_DETAILS);
        givesWay = !insisted && room - leastTable.getAsInt() < leastBelow;
        details.setVisible(!givesWay);
        if (givesWay) {
            heightPlacedFor = 0;
            for (var part : getComponents()) {
                part.setBounds(0, 0, part == table ? getWidth() : 0, part == table ? getHeight() : 0);
            }
            return;
        }
        placing = true;
        if (heightPlacedFor != getHeight()) {
            heightPlacedFor = getHeight();
            // First its own answer to the new height: it moves the divider, and would move it once more after us.
            super.doLayout();
            int wanted = Math.max((int) Math.round(share * room), leastTable.getAsInt());
            setDividerLocation(Math.max(room / 4, Math.min(wanted, room - leastBelow)));
        }
        super.doLayout();
        placing = false;
    }

    private void dividerMoved() {
        int room = getHeight() - getDividerSize();
        if (!placing && heightPlacedFor == getHeight() && detailsShown() && !givesWay && room > 0) {
            share = Math.max(0.1, Math.min(0.9, getDividerLocation() / (double) room));
        }
    }
}
