package dev.signalbox.api;

import java.util.Objects;

/**
 * How a session of an {@link UpdateSource} ended of itself.
 *
 * @param again whether the console may connect again
 * @param reason why it ended, in words an operator reads
 */
public record SessionEnd(boolean again, String reason) {

    /** Checks that the reason is there. */
    public SessionEnd {
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * The peer closed the connection; more may come on a new one.
     *
     * @param reason why, in words an operator reads
     * @return the end
     */
    public static SessionEnd ended(String reason) {
        return new SessionEnd(true, reason);
    }

    /**
     * The peer said that there is nothing more to come; the console does not ask again.
     *
     * @param reason why, in words an operator reads
     * @return the end
     */
    public static SessionEnd finished(String reason) {
        return new SessionEnd(false, reason);
    }
}
