package dev.signalbox.host.shell;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.api.ui.PanelContext;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A panel on screen and everything that ends with it. EDT. */
final class OpenPanel implements PanelContext, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPanel.class);
    private static final Texts TEXTS = Texts.of(OpenPanel.class);

    private final Panels.Entry entry;
    private final EventBus host;
    private final Sources sources;
    private final Actions actions;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    OpenPanel(Panels.Entry entry, EventBus host, Sources sources, Actions actions) {
        this.entry = entry;
        this.host = host;
        this.sources = sources;
        this.actions = actions;
    }

    String title() {
        return entry.panel().title();
    }

    /** Makes the component; a panel that cannot be made is a sentence in its place, and the others go on. */
    JComponent create() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(entry.loader());
        try {
            return entry.panel().create(this);
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn(
                    "the panel {}/{} cannot be opened",
                    entry.owner(),
                    entry.panel().id(),
                    failure);
            host.publish(List.of(new Problem(
                    entry.owner(),
                    TEXTS.get("doing.panel", entry.panel().id()),
                    failure.toString(),
                    TEXTS.get("panel.next"),
                    Instant.now())));
            return new PlainLabel(TEXTS.get("panel.failed", failure));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public EventBus events() {
        return new EventBus() {
            @Override
            public void publish(List<? extends ConsoleEvent> events) {
                entry.events().publish(events);
            }

            @Override
            public <E extends ConsoleEvent> Subscription subscribe(
                    Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
                return own(entry.events().subscribe(type, on, replay, batch));
            }
        };
    }

    @Override
    public Settings settings() {
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                return entry.settings().get(setting);
            }

            @Override
            public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
                return own(entry.settings().onChange(setting, now));
            }
        };
    }

    @Override
    public List<SourceControl> sources() {
        return sources.controls();
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        owned.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            try {
                owned.pop().close();
            } catch (Exception | LinkageError failure) {
                LOG.warn(
                        "closing the panel {}/{} failed",
                        entry.owner(),
                        entry.panel().id(),
                        failure);
            }
        }
    }
}
