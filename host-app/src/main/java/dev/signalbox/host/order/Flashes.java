package dev.signalbox.host.order;

import com.formdev.flatlaf.util.ColorFunctions;
import java.awt.Color;
import java.awt.Toolkit;
import java.util.List;
import java.util.function.LongSupplier;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets cells that change before the operator's eyes flash: a soft ground that fades in two steps. Only cells in sight, with
 * one slow timer that rests when nothing flashes. When most rows in sight change all the time a flash tells nothing, and
 * none is shown until it is calmer.
 */
final class Flashes {
    private static final int TICK_MILLIS = 150;
    private static final int FEW_ROWS = 8;
    private static final int CALM_AGAIN = 4;
    private static final float SOFT = 0.24f;
    private static final float FAINT = 0.12f;

    /** How desktops say that nothing should move; none of them says so everywhere. */
    private static final List<String> ANIMATIONS = List.of("gnome.Gtk/EnableAnimations", "gnome.Net/EnableAnimations");

    private final OrderTable table;
    private final LongSupplier nanos;
    private final Timer timer = new Timer(TICK_MILLIS, tick -> tick());
    private boolean wanted = true;
    private boolean flood;

    Flashes(OrderTable table, LongSupplier nanos) {
        this.table = table;
        this.nanos = nanos;
    }

    void show(boolean flashes) {
        wanted = flashes;
        table.repaint();
    }

    /** Lights what a batch changed in sight; all of the cells of a new row. */
    void light(OrderRow row, int cells) {
        if (wanted && cells != 0 && isAllowed()) {
            row.flash().light(cells, nanos.getAsLong());
        }
    }

    /** Must follow the lighting, once a batch. */
    void judge() {
        watchFlood();
        if (!timer.isRunning() && table.isShowing()) {
            timer.start();
        }
    }

    /** The ground of a cell; none when it does not flash. */
    @Nullable Color ground(OrderRow row, OrderColumn column) {
        Flash flash = row.flash();
        if (!flash.isLit() || !wanted || flood || !flash.covers(column)) {
            return null;
        }
        int step = flash.step(nanos.getAsLong());
        return step == 0 ? null : tint(step);
    }

    boolean isFlood() {
        return flood;
    }

    void rest() {
        timer.stop();
    }

    void tick() {
        watchFlood();
        long now = nanos.getAsLong();
        boolean any = false;
        for (int place = table.firstInSight(); place <= table.lastInSight(); place++) {
            Flash flash = table.shownRow(place).flash();
            if (flash.isLit()) {
                any = true;
                table.repaintRow(place);
                if (flash.step(now) == 0) {
                    flash.out();
                }
            }
        }
        if (!any) {
            timer.stop();
        }
    }

    private void watchFlood() {
        long now = nanos.getAsLong();
        int lit = 0;
        int first = table.firstInSight();
        int last = table.lastInSight();
        for (int place = first; place <= last; place++) {
            lit += table.shownRow(place).flash().step(now) > 0 ? 1 : 0;
        }
        int rows = last - first + 1;
        boolean before = flood;
        flood = lit > (flood ? rows / CALM_AGAIN : Math.max(FEW_ROWS, rows / 2));
        if (flood != before) {
            table.repaint(table.getVisibleRect());
        }
    }

    private static boolean isAllowed() {
        return ANIMATIONS.stream()
                .map(Toolkit.getDefaultToolkit()::getDesktopProperty)
                .noneMatch(said -> Integer.valueOf(0).equals(said) || Boolean.FALSE.equals(said));
    }

    /** The table's ground with some of the selection's in it: so little that texts stay as readable as on the ground. */
    static Color tint(int step) {
        Color ground = UIManager.getColor("Table.background");
        Color accent = UIManager.getColor("Table.selectionBackground");
        return ColorFunctions.mix(accent, ground, step == 1 ? FAINT : SOFT);
    }
}
