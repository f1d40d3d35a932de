package dev.signalbox.host.order;

import dev.signalbox.host.ui.Named;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.UIManager;

/** The table above, the details below, which can be put away; the share of the height stays where the operator put it. */
final class DetailsSplit extends JSplitPane {
    private final JComponent details;
    private double share = OrderPanelState.FIRST_SPLIT;
    private boolean placed;

    DetailsSplit(JComponent table, JComponent details, String accessibleName) {
        super(VERTICAL_SPLIT, true, table, details);
        this.details = details;
        setResizeWeight(1);
        setBorder(BorderFactory.createEmptyBorder());
        Named.as(this, "orders.split", accessibleName);
    }

    boolean detailsShown() {
        return getBottomComponent() != null;
    }

    /** The table's share of the height. */
    double share() {
        int room = getHeight() - getDividerSize();
        if (!placed || room <= 0 || !detailsShown()) {
            return share;
        }
        return Math.max(0.1, Math.min(0.9, getDividerLocation() / (double) room));
    }

    void restore(double wantedShare, boolean detailsWanted) {
        showDetails(detailsWanted);
        share = wantedShare;
        placed = false;
        revalidate();
    }

    void showDetails(boolean wanted) {
        if (wanted == detailsShown()) {
            return;
        }
        share = share();
        setBottomComponent(wanted ? details : null);
        setDividerSize(wanted ? UIManager.getInt("SplitPane.dividerSize") : 0);
        placed = false;
        revalidate();
    }

    /** A share can only be turned into a place once there is a height. */
    @Override
    public void doLayout() {
        if (!placed && getHeight() > 0 && detailsShown()) {
            placed = true;
            setDividerLocation((int) Math.round(share * (getHeight() - getDividerSize())));
        }
        super.doLayout();
    }
}
