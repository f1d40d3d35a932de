package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import javax.swing.JButton;

/** A count in the status bar that opens the window it counts; quiet while there is nothing to count. */
class Badge extends JButton {

    Badge(String name, Command show) {
        super(show);
        setName(name);
        setFocusable(false);
        putClientProperty("JButton.buttonType", "toolBarButton");
    }

    final void show(String icon, String words, boolean quiet) {
        setIcon(Icons.of(icon));
        setText(words);
        getAccessibleContext().setAccessibleName(words);
        putClientProperty("FlatLaf.style", quiet ? "foreground: $Label.disabledForeground" : null);
    }
}
