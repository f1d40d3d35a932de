package dev.signalbox.host.plugin;

import dev.signalbox.api.Contribution;
import dev.signalbox.api.Subscription;

/** Where contributions go live. */
public interface Contributions {

    /**
     * Takes a contribution into the console. Any thread.
     *
     * @param plugin whose it is
     * @param contribution what
     * @return takes it out again
     * @throws IllegalArgumentException if this console has no use for it
     */
    Subscription goLive(StartedPlugin plugin, Contribution contribution);
}
