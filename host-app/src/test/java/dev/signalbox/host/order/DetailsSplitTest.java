package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class DetailsSplitTest {
    private static final int LEAST_TABLE = 190;

    private final JPanel table = new JPanel();
    private final JPanel details = new JPanel();
    private final DetailsSplit split = new DetailsSplit(table, details, "split", () -> LEAST_TABLE);

    @Test
    void whereThereIsNoRoomTheDetailsGiveWayAndComeBack() throws Exception {
        atHeight(600);
        assertThat(details.getHeight()).isGreaterThan(150);
        atHeight(250);
        assertThat(details.isVisible()).isFalse();
        assertThat(table.getHeight()).isEqualTo(250);
        assertThat(split.detailsShown()).isTrue();
        atHeight(600);

        assertThat(details.isVisible()).isTrue();
        assertThat(details.getHeight()).isGreaterThan(150);
    }

    @Test
    void theTableKeepsItsLeastHeightWhateverItsShareSays() throws Exception {
        SwingUtilities.invokeAndWait(() -> split.restore(0.2, true));
        atHeight(400);

        assertThat(table.getHeight()).isGreaterThanOrEqualTo(LEAST_TABLE);
        assertThat(split.share()).isEqualTo(0.2);
    }

    @Test
    void whoAsksForDetailsThatGaveWayGetsThem() throws Exception {
        atHeight(250);
        SwingUtilities.invokeAndWait(split::toggle);
        atHeight(250);
        assertThat(details.isVisible()).isTrue();
        assertThat(details.getHeight()).isGreaterThanOrEqualTo(100);
        SwingUtilities.invokeAndWait(split::toggle);
        atHeight(250);

        assertThat(split.detailsShown()).isFalse();
        assertThat(table.getHeight()).isEqualTo(250);
    }

    @Test
    void whereTheOperatorPutsTheDividerIsRemembered() throws Exception {
        atHeight(800);
        SwingUtilities.invokeAndWait(() -> split.setDividerLocation(400));
        atHeight(800);

        assertThat(split.share()).isBetween(0.49, 0.51);
        atHeight(600);
        assertThat(split.getDividerLocation()).isBetween(290, 310);
    }

    private void atHeight(int height) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            split.setSize(600, height);
            split.doLayout();
            split.doLayout();
        });
    }
}
