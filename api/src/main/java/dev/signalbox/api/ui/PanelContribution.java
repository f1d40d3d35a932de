package dev.signalbox.api.ui;

import dev.signalbox.api.Contribution;
import javax.swing.JComponent;

/** A panel in the console's window. */
public interface PanelContribution extends Contribution {

    /**
     * The panel's title.
     *
     * @return a few words of plain text
     */
    String title();

    /**
     * Makes the panel's component. Runs on the EDT and must not take long. Interactive components have a stable name,
     * {@code area.thing}, and an accessible name.
     *
     * @param context what the console offers this panel; valid until the panel is closed
     * @return the component
     */
    JComponent create(PanelContext context);
}
