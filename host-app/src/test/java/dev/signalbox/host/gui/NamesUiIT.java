package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static dev.signalbox.host.gui.ConsolePage.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.plaf.basic.BasicSplitPaneDivider;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** Every interactive component can be found by a test and is told by a screen reader; every action has a shortcut. */
class NamesUiIT extends ConsoleUiTest {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*(\\.[a-z0-9/-]+)+");

    @Test
    void everyInteractiveComponentHasAStableNameAndAnAccessibleName() throws Exception {
        ConsolePage page = open("--demo", "--console.demo-speed=50");
        page.awaitConnection("Closed");
        page.selectOrder("ORD-1007");
        page.invoke("failure.show");
        page.invoke("problem.show");
        page.invoke("window.connect-to");
        page.invoke("window.preferences");
        page.invoke("window.shortcuts");
        page.invoke("window.about");
        page.invoke("window.notices");
        page.invoke("diagnostics.show");
        for (String window : List.of(
                "failure.window",
                "problem.window",
                "connect",
                "preferences",
                "shortcuts",
                "about",
                "notices",
                "diagnostics")) {
            eventually(() -> assertThat(page.windowShown(window)).as(window).isTrue());
        }
        List<String> wrong = onEdt(() -> {
            List<String> found = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                if (window.isShowing()) {
                    check(window, window.getName(), found);
                }
            }
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCommandInTheMenusHasAShortcutAndNoTwoShareOne() throws Exception {
        ConsolePage page = open();
        List<JMenuItem> items = onEdt(() -> {
            List<JMenuItem> found = new ArrayList<>();
            JMenuBar bar = ((javax.swing.JFrame) page.frame().target()).getJMenuBar();
            for (int i = 0; i < bar.getMenuCount(); i++) {
                JMenu menu = bar.getMenu(i);
                for (int j = 0; j < menu.getItemCount(); j++) {
                    if (menu.getItem(j) != null) {
                        found.add(menu.getItem(j));
                    }
                }
            }
            return found;
        });
        assertThat(items).hasSizeGreaterThan(12).allSatisfy(item -> {
            assertThat(item.getAccelerator()).as(item.getText()).isNotNull();
            assertThat(item.getAction().getValue(Action.SHORT_DESCRIPTION))
                    .as(item.getText())
                    .asString()
                    .endsWith(")");
        });
        assertThat(items).extracting(JMenuItem::getAccelerator).doesNotHaveDuplicates();
    }

    private static void check(Component component, String path, List<String> wrong) {
        if (interactive(component)) {
            String name = component.getName();
            String accessible = component.getAccessibleContext().getAccessibleName();
            if (name == null || !NAME.matcher(name).matches()) {
                wrong.add(
                        "no stable name: " + path + " > " + component.getClass().getSimpleName() + " " + name);
            }
            if (accessible == null || accessible.isBlank()) {
                wrong.add("no accessible name: " + path + " > "
                        + component.getClass().getSimpleName() + " " + name);
            }
        }
        boolean drawnByTheLook = component.getClass().getSimpleName().endsWith("TitlePane");
        if (component instanceof Container container && !(component instanceof JComboBox) && !drawnByTheLook) {
            for (Component child : container.getComponents()) {
                check(child, path + " > " + child.getClass().getSimpleName(), wrong);
            }
        }
    }

    /** What a person acts on; not the parts the look and feel makes of it. */
    private static boolean interactive(Component component) {
        Container parent = component.getParent();
        boolean part = parent instanceof JScrollBar
                || parent instanceof BasicSplitPaneDivider
                || parent instanceof JTextComponent
                || component instanceof JMenu;
        boolean kind = component instanceof AbstractButton
                || component instanceof JTable
                || component instanceof JComboBox
                || component instanceof JTabbedPane
                || (component instanceof JTextComponent text && text.isFocusable());
        return kind && !part && component.isShowing();
    }
}
