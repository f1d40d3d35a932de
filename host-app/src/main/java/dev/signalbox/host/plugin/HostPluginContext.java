package dev.signalbox.host.plugin;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Contribution;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.ui.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything a plug-in has registered, so that it can be undone in the opposite order. Contributions made during start are
 * held back until it has returned.
 */
final class HostPluginContext implements PluginContext {
    private static final Logger LOG = LoggerFactory.getLogger(HostPluginContext.class);
    private static final Texts TEXTS = Texts.of(HostPluginContext.class);

    private final StartedPlugin plugin;
    private final Contributions contributions;
    private final BiConsumer<String, Throwable> failed;

    // guarded by this
    private final Deque<Subscription> registered = new ArrayDeque<>();
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private boolean live;
    private boolean stopped;

    HostPluginContext(StartedPlugin plugin, Contributions contributions, BiConsumer<String, Throwable> failed) {
        this.plugin = plugin;
        this.contributions = contributions;
        this.failed = failed;
    }

    /** A contribution on its way: not live yet, live, or taken back. */
    private final class Pending implements Subscription {
        private final Contribution contribution;
        private final String id;
        private @Nullable Subscription liveAs;
        private boolean closed;

        Pending(Contribution contribution) {
            this.contribution = contribution;
            this.id = contribution.id();
        }

        void goLive() {
            synchronized (this) {
                if (!closed) {
                    liveAs = contributions.goLive(plugin, contribution);
                }
            }
        }

        @Override
        public void close() {
            Subscription toClose;
            synchronized (this) {
                toClose = liveAs;
                liveAs = null;
                closed = true;
            }
            synchronized (HostPluginContext.this) {
                ids.remove(id);
                registered.remove(this);
            }
            if (toClose != null) {
                toClose.close();
            }
        }
    }

    @Override
    public String pluginId() {
        return plugin.id();
    }

    @Override
    public Subscription contribute(Contribution contribution) {
        Pending made = new Pending(contribution);
        boolean now;
        synchronized (this) {
            if (stopped) {
                throw new IllegalStateException("the plug-in " + plugin.id() + " is stopped");
            }
            if (!ids.add(made.id)) {
                throw new IllegalArgumentException(
                        "the plug-in " + plugin.id() + " has a contribution " + made.id + " already");
            }
            registered.push(made);
            now = live;
            if (!now) {
                pending.add(made);
            }
        }
        if (now) {
            try {
                made.goLive();
            } catch (RuntimeException | Error refused) {
                made.close();
                throw refused;
            }
        }
        return made;
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        synchronized (this) {
            if (!stopped) {
                owned.push(resource);
                return resource;
            }
        }
        closeQuietly(resource);
        return resource;
    }

    @Override
    public EventBus events() {
        return new EventBus() {
            @Override
            public void publish(List<? extends ConsoleEvent> events) {
                plugin.events().publish(events);
            }

            @Override
            public <E extends ConsoleEvent> Subscription subscribe(
                    Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
                return register(plugin.events().subscribe(type, on, replay, batch));
            }
        };
    }

    @Override
    public Settings settings() {
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                return plugin.settings().get(setting);
            }

            @Override
            public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
                return register(plugin.settings().onChange(setting, value -> tell(setting, now, value)));
            }
        };
    }

    @Override
    public System.Logger log() {
        return System.getLogger("plugin." + plugin.id());
    }

    /** Lets everything contributed so far go live, in order. */
    void goLive() {
        List<Pending> waiting;
        synchronized (this) {
            live = true;
            waiting = List.copyOf(pending);
            pending.clear();
        }
        waiting.forEach(Pending::goLive);
    }

    /** Closes contributions and subscriptions, newest first. */
    void closeContributions() {
        List<Subscription> all;
        synchronized (this) {
            stopped = true;
            all = new ArrayList<>(registered);
            registered.clear();
        }
        all.forEach(HostPluginContext::closeQuietly);
    }

    /** Closes what the plug-in owns, newest first. */
    void closeOwned() {
        List<AutoCloseable> all;
        synchronized (this) {
            all = new ArrayList<>(owned);
            owned.clear();
        }
        all.forEach(HostPluginContext::closeQuietly);
    }

    private <T> void tell(Setting<T> setting, Consumer<? super T> now, T value) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.loader());
        try {
            now.accept(value);
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            LOG.warn("the plug-in {} failed on a change of {}", plugin.id(), setting.key(), failure);
            failed.accept(TEXTS.get("doing.change", plugin.name(), setting.label()), failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Subscription register(Subscription subscription) {
        synchronized (this) {
            if (!stopped) {
                registered.push(subscription);
                return () -> {
                    synchronized (this) {
                        registered.remove(subscription);
                    }
                    subscription.close();
                };
            }
        }
        subscription.close();
        return subscription;
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            LOG.warn("closing {} failed", resource.getClass().getName(), failure);
        }
    }
}
