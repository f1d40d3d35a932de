package dev.signalbox.host.shell;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** Every command has its place in a menu, with its shortcut beside it. */
final class MenuBar {
    private final Texts texts;

    MenuBar(Texts texts) {
        this.texts = texts;
    }

    JMenuBar build(WindowCommands window, List<Command> stream, List<Command> orders, List<Command> lists) {
        JMenuBar bar = new JMenuBar();
        bar.setName("menubar");
        JMenu file = menu("file");
        file.add(window.connectTo().menuItem());
        file.add(window.demo().menuItem());
        file.addSeparator();
        file.add(window.preferences().menuItem());
        file.addSeparator();
        file.add(window.quit().menuItem());
        bar.add(file);
        bar.add(filled("stream", stream));
        bar.add(filled("orders", orders));
        JMenu view = filled("view", lists);
        view.addSeparator();
        view.add(window.theme().menuItem());
        bar.add(view);
        bar.add(filled("help", List.of(window.shortcuts(), window.about())));
        return bar;
    }

    private JMenu filled(String key, List<Command> commands) {
        JMenu menu = menu(key);
        commands.forEach(command -> menu.add(command.menuItem()));
        return menu;
    }

    private JMenu menu(String key) {
        JMenu menu = new JMenu(texts.get("menu." + key));
        menu.setName("menu." + key);
        menu.setMnemonic(texts.get("menu." + key).charAt(0));
        return menu;
    }
}
