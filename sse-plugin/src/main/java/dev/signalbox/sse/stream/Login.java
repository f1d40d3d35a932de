package dev.signalbox.sse.stream;

/**
 * A user name and what proves it.
 *
 * @param user not empty
 * @param password may be empty
 */
public record Login(String user, String password) {

    /** Keeps both out of logs. */
    @Override
    public String toString() {
        return "Login[…]";
    }
}
