package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class RowTablePropertiesTest {
    private static final int STEPS = 3_000;

    @Property(tries = 50)
    void itFindsWhatAMapFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000) int ids) {
        Random random = new Random(seed);
        RowsBySlot slots = new RowsBySlot();
        RowTable table = new RowTable(slots);
        Map<String, OrderRow> expected = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String id = "ORD-" + random.nextInt(ids);
            if (random.nextInt(3) == 0) {
                OrderRow removed = table.remove(id);
                assertThat(removed).isSameAs(expected.remove(id));
                if (removed != null) {
                    slots.giveAway(removed);
                }
            } else if (!expected.containsKey(id)) {
                expected.put(id, add(slots, table, id));
            }
            String other = "ORD-" + random.nextInt(ids);
            assertThat(table.find(other)).isSameAs(expected.get(other));
            @Nullable OrderRow[] found = new OrderRow[2];
            table.findMost(new String[] {id, other}, 2, new int[2], found);
            assertThat(found[0]).isIn(null, expected.get(id));
            assertThat(found[1]).isIn(null, expected.get(other));
            assertThat(table.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Example
    void idsMadeToCollideAreFoundAllTheSame() {
        RowsBySlot slots = new RowsBySlot();
        RowTable table = new RowTable(slots);
        int many = 1 << 12;
        for (int i = 0; i < many; i++) {
            add(slots, table, colliding(i));
        }
        for (int i = 0; i < many; i++) {
            OrderRow row = table.find(colliding(i));
            assertThat(row).isNotNull().extracting(OrderRow::id).isEqualTo(colliding(i));
        }
        for (int i = 0; i < many; i += 2) {
            assertThat(table.remove(colliding(i))).isNotNull();
        }
        for (int i = 0; i < many; i++) {
            assertThat(table.find(colliding(i)) == null).isEqualTo(i % 2 == 0);
        }
    }

    /** "Aa" and "BB" have the same hash, and so has every text made of them. */
    private static String colliding(int number) {
        StringBuilder id = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            id.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return id.toString();
    }

    private static OrderRow add(RowsBySlot slots, RowTable table, String id) {
        OrderRow row = new OrderRow(new RowKey(Orders.SOURCE, "orders", id), 0, slots.next(), 0, new LatestUpdates());
        slots.add(row);
        table.add(row);
        return row;
    }
}
