package dev.signalbox.host.diagnostics;

import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.order.ShownUpdates;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.Window;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What the rest of the console may do with the diagnostics: offer the window, and the line that opens it. EDT. */
public final class Diagnostics {
    /** The label under which the order panel subscribes. */
    public static final String ORDERS = HealthMeter.ORDERS;

    private final HostBus bus;
    private final Stalls stalls;
    private final Settings settings;
    private final InstantSource clock;

    private @Nullable DiagnosticsWindow window;

    @Inject
    Diagnostics(HostBus bus, Stalls stalls, Settings settings, InstantSource clock) {
        this.bus = bus;
        this.stalls = stalls;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes the window, not shown yet.
     *
     * @param mainWindow the console's main window
     * @param shown how much of what arrived the order panel has shown
     * @param failuresLetGo how many failed orders were taken off the full list
     * @return closes it
     */
    public Subscription start(Window mainWindow, Supplier<ShownUpdates> shown, LongSupplier failuresLetGo) {
        DiagnosticsWindow made = new DiagnosticsWindow(
                mainWindow, meter(shown, failuresLetGo), new LoadMeter(System::nanoTime), stalls, clock);
        made.showDensity(settings.get(HostSettings.DENSITY));
        window = made;
        Subscription density = settings.onChange(HostSettings.DENSITY, made::showDensity);
        return () -> {
            density.close();
            made.dispose();
        };
    }

    /**
     * The command that shows the window, for menus.
     *
     * @return a new command
     */
    public Command command() {
        return Command.of(
                "diagnostics.show", Texts.of(Diagnostics.class).get("command.show"), "", "menu shift D", this::show);
    }

    /**
     * The line for a status bar.
     *
     * @param shown how much of what arrived the order panel has shown
     * @param failuresLetGo how many failed orders were taken off the full list
     * @return a new component
     */
    public JComponent line(Supplier<ShownUpdates> shown, LongSupplier failuresLetGo) {
        return new HealthLine(meter(shown, failuresLetGo), command());
    }

    private void show() {
        if (window != null) {
            window.open();
        }
    }

    private HealthMeter meter(Supplier<ShownUpdates> shown, LongSupplier failuresLetGo) {
        return new HealthMeter(bus::statistics, shown, failuresLetGo, System::nanoTime);
    }
}
