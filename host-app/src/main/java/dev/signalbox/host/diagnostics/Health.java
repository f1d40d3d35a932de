package dev.signalbox.host.diagnostics;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Whether what is on screen keeps up with what arrives.
 *
 * @param updatesPerSecond updates of orders that arrived, lately
 * @param perShown how many updates one shown change stands for; 1 when each is shown
 * @param lag how far the console is behind
 * @param losses what the console no longer tells of failures
 * @param subscriptions every subscription, the oldest first
 */
record Health(long updatesPerSecond, long perShown, Duration lag, Losses losses, List<SubscriptionLine> subscriptions) {

    Health {
        Objects.requireNonNull(lag, "lag");
        Objects.requireNonNull(losses, "losses");
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * The bus drops no failure, by contract. What is left to go wrong is counted here.
     *
     * @param letGo failed orders taken off the list because it was full
     * @param unheard batches on which a subscriber of the console itself failed, so that it may have missed one
     */
    record Losses(long letGo, long unheard) {

        boolean none() {
            return letGo == 0 && unheard == 0;
        }
    }

    boolean merging() {
        return perShown > 1;
    }
}
