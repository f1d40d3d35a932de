package dev.signalbox.host.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class CommandTest {
    private final List<String> done = new ArrayList<>();
    private final Command command =
            Command.of("stream.connect", "Connect…", "connect", "menu shift P", () -> done.add("deed"));

    @Test
    void everyComponentOfACommandHasAStableNameAndOneForPeople() {
        for (JComponent component : List.of(command.button(), command.toolButton())) {
            assertThat(component.getName()).isEqualTo("stream.connect");
            assertThat(component.getAccessibleContext().getAccessibleName()).isEqualTo("Connect…");
        }
        assertThat(command.menuItem().getName()).isEqualTo("menu.stream.connect");
        assertThat(command.menuItem().getAccelerator()).isEqualTo(Command.keyStroke("menu shift P"));
        assertThat(command.button().getIcon()).isNotNull();
    }

    @Test
    void theToolTipTellsTheShortcut() {
        assertThat(command.button().getToolTipText())
                .isEqualTo("Connect (" + Command.words(Command.keyStroke("menu shift P")) + ")");
        assertThat(Command.words(Command.keyStroke("F5"))).isEqualTo("F5");
    }

    @Test
    void disablingTheCommandDisablesWhatWasMadeOfIt() {
        JComponent button = command.button();
        command.setEnabled(false);

        assertThat(button.isEnabled()).isFalse();
    }

    @Test
    void theShortcutIsBoundToTheDeed() {
        JPanel panel = new JPanel();
        command.bindIn(panel);
        Object bound = panel.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(Command.keyStroke("menu shift P"));
        panel.getActionMap().get(bound).actionPerformed(new ActionEvent(panel, KeyEvent.KEY_PRESSED, ""));

        assertThat(done).containsExactly("deed");
    }

    @Test
    void whatIsNoShortcutIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.keyStroke("menu nonsense"))
                .withMessage("not a shortcut: menu nonsense");
    }
}
