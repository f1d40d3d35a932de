package dev.signalbox.host.shell;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Notice;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.Window;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The last notices of sources: the newest stands in the status bar, the others behind it. EDT. */
final class Notices {
    /** The oldest go first. */
    static final int MOST = 200;

    private static final Texts TEXTS = Texts.of(Notices.class);

    private final HostBus bus;
    private final Deque<Notice> latest = new ArrayDeque<>();
    private @Nullable JButton line;

    @Inject
    Notices(HostBus bus) {
        this.bus = bus;
    }

    /** The command that shows all of them. */
    Command command() {
        return Command.of("window.notices", TEXTS.get("command.notices"), "", "menu shift N", this::showAll);
    }

    JComponent create() {
        JButton made = command().toolButton();
        made.setText("");
        made.setVisible(false);
        line = made;
        return made;
    }

    Subscription start() {
        return bus.labelled("notices").subscribe(Notice.class, Delivery.UI, Replay.NONE, this::take);
    }

    private void take(List<Notice> batch) {
        batch.forEach(notice -> {
            latest.addFirst(notice);
            if (latest.size() > MOST) {
                latest.removeLast();
            }
        });
        if (line != null) {
            line.setText(PlainText.of(words(latest.getFirst())));
            line.setVisible(true);
        }
    }

    private void showAll() {
        Window owner = line == null ? null : SwingUtilities.getWindowAncestor(line);
        if (owner != null) {
            String all = latest.stream().map(Notices::words).collect(Collectors.joining("\n"));
            new TextDialog("notices", TEXTS.get("notices.title"), all.isEmpty() ? TEXTS.get("notices.none") : all)
                    .show(owner);
        }
    }

    private static String words(Notice notice) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(notice.at());
        return TEXTS.get("notice", time, notice.source(), notice.title(), notice.message());
    }
}
