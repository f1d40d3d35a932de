package dev.signalbox.host.bench.road;

/**
 * What a server came to send in its time.
 *
 * @param orders so many
 * @param planned so many it should have been
 * @param longestWriteMillis how long one write to the socket took at most
 * @param cpuSeconds what the server's process used
 */
record Sent(long orders, long planned, double longestWriteMillis, double cpuSeconds) {

    /** Of the plan; 1 when nothing is missing. */
    double share() {
        return planned == 0 ? 1 : (double) orders / planned;
    }

    String line() {
        return orders + " " + planned + " " + longestWriteMillis + " " + cpuSeconds;
    }

    static Sent parse(String line) {
        String[] parts = line.split(" ", 4);
        return new Sent(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]));
    }
}
