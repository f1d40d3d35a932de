package dev.signalbox.host.shell;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.Command;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * The connection's commands, how the connection stands, and the ways to another stream. Where there is little room the
 * buttons give up their words, which their tool tips keep: how the connection stands is never what gives way.
 */
final class ToolBar extends JPanel {
    private static final int WIDTH_FOR_WORDS = 900;

    private final transient List<JButton> buttons = new ArrayList<>();

    ToolBar(List<Command> connection, JComponent indicator, WindowCommands window) {
        super(new MigLayout("insets 4 8 4 8, gap 2", "[][grow,fill][][]", "[]"));
        setName("toolbar");
        JPanel commands = new JPanel(new MigLayout("insets 0, gap 2"));
        commands.setOpaque(false);
        connection.forEach(command -> commands.add(button(command)));
        add(commands);
        add(indicator, "gapleft 8, wmin 140");
        add(replay(window), "gapleft 8, hidemode 3");
        add(button(window.connectTo()));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                boolean words = getWidth() >= UIScale.scale(WIDTH_FOR_WORDS);
                buttons.forEach(button -> button.setHideActionText(!words));
            }
        });
    }

    /** The line below follows the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, UIManager.getColor("Separator.foreground")));
    }

    /** Offered while the demo runs; otherwise the menu and the empty panel offer to start it. */
    private JButton replay(WindowCommands window) {
        JButton replay = button(window.demo());
        replay.setVisible(window.demoRuns());
        window.demo().addPropertyChangeListener(event -> replay.setVisible(window.demoRuns()));
        return replay;
    }

    private JButton button(Command command) {
        JButton button = command.toolButton();
        buttons.add(button);
        return button;
    }
}
