package dev.signalbox.host.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.Timer;
import javax.swing.WindowConstants;

/** A window beside the main one: never modal, and able to appear without taking the focus from where somebody types. */
public final class SideWindow {
    /** How long a window manager may take to show a window and to decide about its focus. */
    private static final int SHOWING_MILLIS = 500;

    private final JDialog dialog;
    private final Timer focusableAgain;
    private boolean placed;

    /**
     * Makes it; it is not shown yet.
     *
     * @param owner the main window
     * @param name stable
     * @param title what the operator reads
     * @param content what is in it
     * @param closed called when the operator closes it; it hides itself
     */
    public SideWindow(Window owner, String name, String title, JComponent content, Runnable closed) {
        dialog = new JDialog(owner, title);
        dialog.setName(name);
        dialog.setContentPane(content);
        dialog.setSize(UIScale.scale(new Dimension(880, 460)));
        dialog.setMinimumSize(UIScale.scale(new Dimension(560, 320)));
        dialog.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
        focusableAgain = new Timer(SHOWING_MILLIS, event -> dialog.setFocusableWindowState(true));
        focusableAgain.setRepeats(false);
    }

    /**
     * Whether it is on screen.
     *
     * @return whether it is
     */
    public boolean isShowing() {
        return dialog.isVisible();
    }

    /** Appears; the focus stays where it is. */
    public void appear() {
        if (dialog.isVisible()) {
            return;
        }
        place();
        dialog.setAutoRequestFocus(false);
        dialog.setFocusableWindowState(false);
        dialog.setVisible(true);
        focusableAgain.restart();
    }

    /** Comes to the front with the focus. */
    public void takeFocus() {
        place();
        focusableAgain.stop();
        dialog.setFocusableWindowState(true);
        dialog.setAutoRequestFocus(true);
        dialog.setVisible(true);
        dialog.toFront();
        dialog.requestFocus();
    }

    /** Goes from the screen. */
    public void hide() {
        dialog.setVisible(false);
    }

    /** Goes for good. */
    public void dispose() {
        focusableAgain.stop();
        dialog.dispose();
    }

    /** In the lower right corner of the main window, where it covers the least of the rows; later where it was left. */
    private void place() {
        if (placed) {
            return;
        }
        placed = true;
        Window owner = dialog.getOwner();
        GraphicsConfiguration screen = owner.getGraphicsConfiguration();
        if (!owner.isShowing() || screen == null) {
            dialog.setLocationByPlatform(true);
            return;
        }
        Rectangle all = screen.getBounds();
        dialog.setSize(
                Math.min(dialog.getWidth(), all.width * 9 / 10), Math.min(dialog.getHeight(), all.height * 3 / 4));
        Rectangle main = owner.getBounds().intersection(all);
        int margin = UIScale.scale(24);
        int x = main.x + main.width - dialog.getWidth() - margin;
        int y = main.y + main.height - dialog.getHeight() - margin;
        dialog.setLocation(Math.max(all.x, x), Math.max(all.y, y));
    }
}
