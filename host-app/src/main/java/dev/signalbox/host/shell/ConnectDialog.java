package dev.signalbox.host.shell;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import jakarta.inject.Inject;
import java.awt.Window;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.SwingWorker;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** <em>Connect to stream…</em>: asks what the plug-in wants to know, tries it, and connects. EDT. */
final class ConnectDialog {
    private static final Texts TEXTS = Texts.of(ConnectDialog.class);

    private final SettingsStore store;
    private final StreamSetups setups;
    private final Runnable beforeConnecting;
    private final Runnable afterConnecting;
    private @Nullable SwingWorker<String, Void> trial;

    @Inject
    ConnectDialog(SettingsStore store, StreamSetups setups, StreamSwitch streamSwitch) {
        this.store = store;
        this.setups = setups;
        this.beforeConnecting = streamSwitch::leaveDemo;
        this.afterConnecting = streamSwitch::connect;
    }

    /** Returns false if no plug-in offers a stream to connect to. */
    boolean show(Window owner, Runnable connected) {
        Optional<StreamSetups.Entry> first = setups.first();
        first.ifPresent(entry -> show(owner, entry, connected));
        return first.isPresent();
    }

    private void show(Window owner, StreamSetups.Entry entry, Runnable connected) {
        JDialog dialog = new JDialog(owner, TEXTS.get("connect.title"), JDialog.ModalityType.MODELESS);
        dialog.setName("connect");
        JButton test = button("test");
        JButton connect = button("go");
        JButton cancel = button("cancel");
        SettingsForm[] form = new SettingsForm[1];
        Runnable enable = () -> {
            boolean usable = form[0].valid()
                    && !form[0].texts().values().iterator().next().isBlank();
            test.setEnabled(usable);
            connect.setEnabled(usable);
        };
        form[0] = new SettingsForm(store, enable);
        entry.setup().asks().forEach(setting -> form[0].field(entry.pluginId() + "." + setting.key(), setting));
        JPanel content = new JPanel(new MigLayout("insets 16, wrap 1, fillx", "[grow,fill]"));
        chooser(owner, dialog, entry, connected).ifPresent(box -> content.add(box, "gapbottom 8"));
        content.add(form[0].fields());
        content.add(form[0].line("connect"), "gaptop 6");
        content.add(test, "split 3, tag left, gaptop 8");
        content.add(connect, "tag ok");
        content.add(cancel, "tag cancel");
        test.addActionListener(event -> test(entry, form[0]));
        connect.addActionListener(event -> {
            connect(form[0], dialog);
            connected.run();
        });
        cancel.addActionListener(event -> dialog.dispose());
        dialog.addWindowListener(new java.awt.event.WindowAdapter() {
            @Override
            public void windowClosed(java.awt.event.WindowEvent event) {
                stopTrial();
            }
        });
        enable.run();
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(connect);
        PreferencesDialog.onEscape(dialog, dialog::dispose);
        form[0].focusFirstIn(dialog);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    /** A choice of the kind of stream, where there is more than one. */
    private Optional<JComboBox<String>> chooser(
            Window owner, JDialog dialog, StreamSetups.Entry shown, Runnable connected) {
        if (setups.all().size() < 2) {
            return Optional.empty();
        }
        JComboBox<String> box = new JComboBox<>();
        setups.all().forEach(entry -> box.addItem(PlainText.of(entry.setup().title())));
        box.setSelectedIndex(setups.all().indexOf(shown));
        box.addActionListener(event -> {
            StreamSetups.Entry wanted = setups.all().get(box.getSelectedIndex());
            dialog.dispose();
            show(owner, wanted, connected);
        });
        return Optional.of(Named.as(box, "connect.kind", TEXTS.get("connect.kind")));
    }

    private void test(StreamSetups.Entry entry, SettingsForm form) {
        stopTrial();
        form.say(TEXTS.get("connect.testing"), Tone.MOVING);
        Map<String, String> texts = form.texts();
        SwingWorker<String, Void> worker = new SwingWorker<>() {
            @Override
            protected String doInBackground() throws Exception {
                Thread thread = Thread.currentThread();
                ClassLoader before = thread.getContextClassLoader();
                thread.setContextClassLoader(entry.loader());
                try {
                    return entry.setup().test(store.candidate(entry.pluginId(), texts));
                } finally {
                    thread.setContextClassLoader(before);
                }
            }

            @Override
            protected void done() {
                if (!isCancelled()) {
                    tell(this, form);
                }
            }
        };
        trial = worker;
        worker.execute();
    }

    private static void tell(SwingWorker<String, Void> finished, SettingsForm form) {
        try {
            form.say(finished.get(), Tone.GOOD);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            form.say(cause instanceof FatalSourceException fatal ? words + " " + fatal.nextStep() : words, Tone.BAD);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopTrial() {
        if (trial != null) {
            trial.cancel(true);
            trial = null;
        }
    }

    private void connect(SettingsForm form, JDialog dialog) {
        beforeConnecting.run();
        try {
            store.choose(form.texts());
            dialog.dispose();
        } catch (IOException notKept) {
            form.say(TEXTS.get("settings.not.kept", String.valueOf(notKept.getMessage())), Tone.BAD);
        }
        afterConnecting.run();
    }

    private static JButton button(String key) {
        return Named.as(new JButton(TEXTS.get("connect." + key)), "connect." + key, TEXTS.get("connect." + key));
    }
}
