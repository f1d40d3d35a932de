package dev.signalbox.host.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Orders that move in turn, for ever: whoever has arrived is ordered again. The first order is a standing one that never
 * arrives, so at no time are all settled.
 */
final class RoundsStory implements DemoStory {
    private final long seed;
    private final int orders;
    private final int firstNumber;
    private final int ordersPerEvent;
    private final Duration interval;
    private final int journeysPerFailure;

    RoundsStory(long seed, int orders, int firstNumber, int ordersPerEvent, Duration interval, int journeysPerFailure) {
        this.seed = seed;
        this.orders = orders;
        this.firstNumber = firstNumber;
        this.ordersPerEvent = ordersPerEvent;
        this.interval = interval;
        this.journeysPerFailure = journeysPerFailure;
    }

    @Override
    public List<DemoOrder> orders() {
        return travellers(new SplittableRandom(seed)).stream()
                .map(Traveller::now)
                .toList();
    }

    @Override
    public Iterator<DemoStep> steps() {
        SplittableRandom random = new SplittableRandom(seed);
        return new Rounds(travellers(random), random);
    }

    private List<Traveller> travellers(SplittableRandom random) {
        List<Traveller> travellers = new ArrayList<>(orders);
        for (int i = 0; i < orders; i++) {
            List<DemoOrder> way =
                    Journey.drawn("ORD-" + (firstNumber + i), random).shipped();
            travellers.add(new Traveller(i == 0, way, random.nextInt(way.size() - 1)));
        }
        return travellers;
    }

    private final class Rounds implements Iterator<DemoStep> {
        private final List<Traveller> travellers;
        private final SplittableRandom random;
        private long step;
        private int turn;

        Rounds(List<Traveller> travellers, SplittableRandom random) {
            this.travellers = travellers;
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public DemoStep next() {
            List<DemoOrder> moved = new ArrayList<>(ordersPerEvent);
            for (int i = 0; i < ordersPerEvent; i++) {
                // A stride that shares no factor with the number of orders visits each once a round, and looks
                // unplanned.
                turn = (turn + 7) % orders;
                moved.add(travellers.get(turn).move(random, journeysPerFailure));
            }
            step++;
            return new DemoStep.Moved(interval.multipliedBy(step), moved);
        }
    }

    /** One order and where it is on its way. */
    private static final class Traveller {
        private final boolean standing;
        private List<DemoOrder> way;
        private int place;

        Traveller(boolean standing, List<DemoOrder> way, int place) {
            this.standing = standing;
            this.way = way;
            this.place = place;
        }

        DemoOrder now() {
            return way.get(place);
        }

        DemoOrder move(SplittableRandom random, int journeysPerFailure) {
            int arrival = standing ? way.size() - 1 : way.size();
            if (place + 1 < arrival) {
                place++;
            } else {
                way = another(Journey.drawn(now().orderId(), random), random.nextInt(2 * journeysPerFailure));
                place = 0;
            }
            return now();
        }

        private List<DemoOrder> another(Journey journey, int draw) {
            if (standing) {
                return journey.shipped();
            }
            return switch (draw) {
                case 0 -> journey.paymentRefused();
                case 1 -> journey.jammedThenShipped();
                default -> journey.shipped();
            };
        }
    }
}
