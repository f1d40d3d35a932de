package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.ui.PanelContext;
import dev.signalbox.api.ui.PanelContribution;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The order panel: a dense table of everything followed, with search, quick filters and the details of the selected order.
 * Used on the EDT. Made once; after its panel is closed it does nothing.
 */
public final class OrderPanel implements PanelContribution {
    private final OrderHistory history;
    private List<Command> starts = List.of();
    private @Nullable OrderView view;

    /**
     * Makes the contribution; the panel itself comes with {@link #create}.
     *
     * @param history what the details show; recorded by another
     */
    @Inject
    public OrderPanel(OrderHistory history) {
        this.history = history;
    }

    @Override
    public String id() {
        return "orders";
    }

    @Override
    public String title() {
        return Texts.of(OrderPanel.class).get("title");
    }

    /**
     * Says what an empty panel without a stream offers as buttons.
     *
     * @param commands such as connecting to a stream and starting the demo; taken up by the next {@link #create}
     */
    public void offerWhenEmpty(List<Command> commands) {
        starts = List.copyOf(commands);
    }

    /** {@inheritDoc} The context's settings are those of the console. */
    @Override
    public JComponent create(PanelContext context) {
        Settings settings = context.settings();
        OrderView made = new OrderView(
                Texts.of(OrderPanel.class), Clock.system(ZoneId.systemDefault()), history, context.actions(), starts);
        view = made;
        context.own(() -> {
            made.dispose();
            view = null;
        });
        made.show(settings.get(HostSettings.DENSITY));
        made.flashChanges(settings.get(HostSettings.FLASH_CHANGES));
        made.know(context.sources());
        context.own(settings.onChange(HostSettings.DENSITY, made::show));
        context.own(settings.onChange(HostSettings.FLASH_CHANGES, made::flashChanges));
        // One subscription for all: only within one does the order hold, and a watch that changes after rows were
        // removed
        // must not be heard before.
        context.own(context.events().subscribe(ConsoleEvent.class, Delivery.UI, Replay.CURRENT, made::take));
        return made.component();
    }

    /**
     * What can be done here, for the menus. The shortcuts work in the panel's window without a menu too.
     *
     * @return find, copy, show failures, details, columns, pause, export, copy the history; empty while there is no panel
     */
    public List<Command> commands() {
        return view == null ? List.of() : view.commands();
    }

    /** Gives the table the focus, so that the keyboard works from the start. */
    public void focus() {
        if (view != null) {
            view.table().requestFocusInWindow();
        }
    }

    /**
     * How many updates came and how many were shown. EDT.
     *
     * @return both counts; none while there is no panel
     */
    public ShownUpdates shown() {
        return view == null ? ShownUpdates.NONE : view.shown();
    }

    /**
     * Selects a row, scrolls to it and gives the table the focus. Clears the filters if they hide it.
     *
     * @param source the source
     * @param topic the topic
     * @param key the key
     * @return false when there is no such row
     */
    public boolean jumpTo(String source, String topic, String key) {
        return view != null && view.jumpTo(new RowKey(source, topic, key));
    }

    /**
     * How the operator left the panel: columns, widths, sort, quick filter, split.
     *
     * @return a few short names and values to keep; empty while there is no panel
     */
    public Map<String, String> remembered() {
        return view == null ? Map.of() : view.state().toMap();
    }

    /**
     * Restores what {@link #remembered} gave. What makes no sense is passed over.
     *
     * @param remembered names and values
     */
    public void restore(Map<String, String> remembered) {
        if (view != null) {
            view.restore(OrderPanelState.of(remembered));
        }
    }
}
