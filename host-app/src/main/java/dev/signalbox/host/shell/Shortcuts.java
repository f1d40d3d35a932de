package dev.signalbox.host.shell;

import dev.signalbox.host.ui.Command;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/** The list of shortcuts, read off the menus, so that it cannot differ from them. */
final class Shortcuts {

    private Shortcuts() {}

    static String of(JMenuBar bar) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            JMenu menu = bar.getMenu(i);
            lines.add((lines.isEmpty() ? "" : "\n") + menu.getText());
            for (int j = 0; j < menu.getItemCount(); j++) {
                JMenuItem item = menu.getItem(j);
                if (item != null && item.getAccelerator() != null) {
                    lines.add(String.format("    %-16s %s", Command.words(item.getAccelerator()), item.getText()));
                }
            }
        }
        return String.join("\n", lines);
    }
}
