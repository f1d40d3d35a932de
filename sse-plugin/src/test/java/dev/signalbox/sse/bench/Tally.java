package dev.signalbox.sse.bench;

/**
 * Counts what a subject found and sums up its texts, so that nobody can skip work. While time is measured it looks at the
 * length and three characters of each text, because a sum over every character would be most of what is measured; the
 * check before that sums up all of them.
 */
final class Tally {
    private final boolean thorough;
    private long events;
    private long dataSum;
    private long orders;
    private long orderSum;
    private long thoroughSum;

    Tally(boolean thorough) {
        this.thorough = thorough;
    }

    void event(int length, char middle) {
        events++;
        dataSum += length * 31L + middle;
    }

    /** For subjects that decode: an event whose data they never hold as text. */
    void event() {
        events++;
    }

    /** For subjects that only see that events go by. */
    void events(long more) {
        events += more;
    }

    void order(String id, String state, String status, String message) {
        orders++;
        orderSum += ((brief(id) * 31 + brief(state)) * 31 + brief(status)) * 31 + brief(message);
        if (thorough) {
            thoroughSum +=
                    ((id.hashCode() * 31L + state.hashCode()) * 31 + status.hashCode()) * 31 + message.hashCode();
        }
    }

    long events() {
        return events;
    }

    /** What is wrong after so many blocks; empty when nothing is. */
    String differenceFrom(Tally block, long blocks, Subject.Reads reads) {
        StringBuilder wrong = new StringBuilder();
        compare(wrong, "events", events, block.events * blocks);
        if (reads == Subject.Reads.DATA) {
            compare(wrong, "sum over data", dataSum, block.dataSum * blocks);
        }
        if (reads == Subject.Reads.ORDERS) {
            compare(wrong, "orders", orders, block.orders * blocks);
            compare(wrong, "sum over orders", orderSum, block.orderSum * blocks);
            if (thorough) {
                compare(wrong, "sum over all characters", thoroughSum, block.thoroughSum * blocks);
            }
        }
        return wrong.toString();
    }

    private static void compare(StringBuilder wrong, String what, long found, long expected) {
        if (found != expected) {
            wrong.append(what)
                    .append(" is ")
                    .append(found)
                    .append(" and should be ")
                    .append(expected)
                    .append("; ");
        }
    }

    private static long brief(String text) {
        int length = text.length();
        return length == 0
                ? 0
                : (((length * 31L + text.charAt(0)) * 31) + text.charAt(length / 2)) * 31 + text.charAt(length - 1);
    }
}
