package dev.signalbox.host.order;

import javax.swing.SwingConstants;

/** A cell of a column of times: at the right edge, where numbers stand below each other. */
final class TimeRenderer extends PaddedRenderer {

    TimeRenderer() {
        setHorizontalAlignment(SwingConstants.TRAILING);
    }
}
