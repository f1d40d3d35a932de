package dev.signalbox.host.connection;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the operator can do with the life of all sources, each enabled where it can do something. EDT. */
public final class ConnectionCommands {
    private static final Texts TEXTS = Texts.of(ConnectionCommands.class);

    private final Sources sources;
    private final HostBus bus;
    private final Map<String, ConnectionState> states = new HashMap<>();
    private final Command connect;
    private final Command pause;
    private final Command reconnect;
    private final Command close;

    /**
     * Makes the commands.
     *
     * @param sources what they act on
     * @param bus where they learn what is possible
     */
    @Inject
    public ConnectionCommands(Sources sources, HostBus bus) {
        this.sources = sources;
        this.bus = bus;
        this.connect = command("connect", "connect", "menu ENTER", SourceControl::connect);
        this.pause = command("pause", "pause", "menu P", SourceControl::pause);
        this.reconnect = command("reconnect", "reconnect", "menu R", SourceControl::reconnectNow);
        this.close = command("close", "close-stream", "menu shift W", SourceControl::close);
    }

    /**
     * The commands.
     *
     * @return connect, pause, reconnect now, close
     */
    public List<Command> all() {
        return List.of(connect, pause, reconnect, close);
    }

    /**
     * Starts following what is possible.
     *
     * @return ends it
     */
    public Subscription start() {
        enable();
        return bus.labelled("connection commands")
                .except(SourceEvent.class)
                .subscribe(ConsoleEvent.class, Delivery.UI, Replay.CURRENT, this::take);
    }

    private void take(List<ConsoleEvent> batch) {
        for (ConsoleEvent event : batch) {
            if (event instanceof ConnectionChanged changed) {
                states.put(changed.source(), changed.state());
            } else if (event instanceof SourceWithdrawn withdrawn) {
                states.remove(withdrawn.source());
            }
        }
        enable();
    }

    private void enable() {
        connect.setEnabled(
                any(ConnectionState.IDLE, ConnectionState.PAUSED, ConnectionState.CLOSED, ConnectionState.FAILED));
        pause.setEnabled(
                any(ConnectionState.CONNECTING, ConnectionState.OPEN, ConnectionState.STALE, ConnectionState.WAITING));
        reconnect.setEnabled(any(
                ConnectionState.OPEN,
                ConnectionState.STALE,
                ConnectionState.WAITING,
                ConnectionState.CONNECTING,
                ConnectionState.PAUSED,
                ConnectionState.FAILED));
        close.setEnabled(any(
                ConnectionState.CONNECTING,
                ConnectionState.OPEN,
                ConnectionState.STALE,
                ConnectionState.WAITING,
                ConnectionState.PAUSED,
                ConnectionState.FAILED));
    }

    private boolean any(ConnectionState first, ConnectionState... more) {
        Set<ConnectionState> wanted = EnumSet.of(first, more);
        return states.values().stream().anyMatch(wanted::contains);
    }

    private Command command(String key, String icon, String shortcut, Consumer<SourceControl> deed) {
        return Command.of(
                "connection." + key,
                TEXTS.get("command." + key),
                icon,
                shortcut,
                () -> sources.controls().forEach(deed));
    }
}
