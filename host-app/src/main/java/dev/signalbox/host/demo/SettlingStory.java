package dev.signalbox.host.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/** The default story. The turning points have their fixed times; the seed chooses all else. */
final class SettlingStory implements DemoStory {
    private static final int FIRST = 1001;
    private static final int ORDERS = 24;
    private static final int NOTHING_KNOWN_FROM = 1021;
    private static final int PAYMENT_REFUSED = 1007;
    private static final int ADDRESS_REJECTED = 1018;
    private static final int LAST_TO_SETTLE = 1016;

    private static final int REFUSED_AT_MILLIS = 20_000;
    private static final int LOST_AT_MILLIS = 25_000;
    private static final int REJECTED_AT_MILLIS = 50_000;
    private static final int ALL_SETTLED_AT_MILLIS = 57_000;

    /** Moves closer than this travel in one event, as a server would send them. */
    private static final int ONE_EVENT_MILLIS = 250;

    private static final int ORDERS_PER_EVENT = 3;

    private final long seed;

    SettlingStory(long seed) {
        this.seed = seed;
    }

    @Override
    public List<DemoOrder> orders() {
        return journeys(new SplittableRandom(seed)).stream()
                .map(journey -> number(journey) < NOTHING_KNOWN_FROM
                        ? journey.received()
                        : new DemoOrder(journey.orderId(), "", "", ""))
                .toList();
    }

    @Override
    public Iterator<DemoStep> steps() {
        return list().iterator();
    }

    List<DemoStep> list() {
        SplittableRandom random = new SplittableRandom(seed);
        List<Move> moves = new ArrayList<>();
        for (Journey journey : journeys(random)) {
            addMoves(journey, random, moves);
        }
        moves.sort(Comparator.comparingInt(Move::atMillis));
        List<DemoStep> steps = new ArrayList<>(events(moves));
        steps.add(new DemoStep.ConnectionLost(Duration.ofMillis(LOST_AT_MILLIS)));
        steps.sort(Comparator.comparing(DemoStep::at));
        return List.copyOf(steps);
    }

    private static List<Journey> journeys(SplittableRandom random) {
        List<Journey> journeys = new ArrayList<>();
        for (int number = FIRST; number < FIRST + ORDERS; number++) {
            journeys.add(Journey.drawn("ORD-" + number, random));
        }
        return journeys;
    }

    private static void addMoves(Journey journey, SplittableRandom random, List<Move> moves) {
        int number = number(journey);
        int begins = number == FIRST ? 400 : random.nextInt(500, 9_000);
        switch (number) {
            case PAYMENT_REFUSED -> spread(journey.paymentRefused(), begins, REFUSED_AT_MILLIS, random, moves);
            case ADDRESS_REJECTED -> spread(journey.addressRejected(), begins, REJECTED_AT_MILLIS, random, moves);
            case LAST_TO_SETTLE -> spread(journey.shipped(), begins, ALL_SETTLED_AT_MILLIS, random, moves);
            case 1004, 1013 -> spread(journey.withdrawn(), begins, random.nextInt(22_000, 44_000), random, moves);
            default -> spread(journey.shipped(), begins, random.nextInt(24_000, 55_000), random, moves);
        }
    }

    /** Spreads the moves of one order from its first to its last time, unevenly and in order. */
    private static void spread(
            List<DemoOrder> way, int beginsMillis, int endsMillis, SplittableRandom random, List<Move> moves) {
        int gap = (endsMillis - beginsMillis) / (way.size() - 1);
        for (int i = 0; i < way.size(); i++) {
            boolean between = i > 0 && i < way.size() - 1;
            int unevenness = between ? random.nextInt(-gap / 3, gap / 3 + 1) : 0;
            int at = i == way.size() - 1 ? endsMillis : beginsMillis + i * gap + unevenness;
            moves.add(new Move(at, way.get(i)));
        }
    }

    private static List<DemoStep> events(List<Move> moves) {
        List<DemoStep> events = new ArrayList<>();
        List<Move> together = new ArrayList<>();
        for (Move move : moves) {
            if (!together.isEmpty() && !joins(together, move)) {
                events.add(event(together));
                together.clear();
            }
            together.add(move);
        }
        events.add(event(together));
        return events;
    }

    private static boolean joins(List<Move> together, Move move) {
        return together.size() < ORDERS_PER_EVENT
                && move.atMillis() - together.get(0).atMillis() <= ONE_EVENT_MILLIS
                && together.stream()
                        .noneMatch(other ->
                                other.order().orderId().equals(move.order().orderId()));
    }

    private static DemoStep event(List<Move> together) {
        Duration at = Duration.ofMillis(together.get(together.size() - 1).atMillis());
        return new DemoStep.Moved(at, together.stream().map(Move::order).toList());
    }

    private static int number(Journey journey) {
        return Integer.parseInt(journey.orderId().substring("ORD-".length()));
    }

    private record Move(int atMillis, DemoOrder order) {}
}
