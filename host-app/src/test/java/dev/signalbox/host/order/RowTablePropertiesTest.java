package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowTablePropertiesTest {
    private static final int STEPS = 3_000;

    @Property(tries = 50)
    void itFindsWhatAMapFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000) int ids) {
        Random random = new Random(seed);
        RowTable table = new RowTable(SLOTS);
        Map<String, OrderRow> expected = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String id = "ORD-" + random.nextInt(ids);
            if (random.nextInt(3) == 0) {
                assertThat(table.remove(id)).isSameAs(expected.remove(id));
            } else if (!expected.containsKey(id)) {
                expected.put(id, add(table, id));
            }
            String other = "ORD-" + random.nextInt(ids);
            assertThat(table.find(other)).isSameAs(expected.get(other));
            assertThat(table.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Example
    void idsMadeToCollideAreFoundAllTheSame() {
        RowTable table = new RowTable(SLOTS);
        int many = 1 << 12;
        for (int i = 0; i < many; i++) {
            add(table, colliding(i));
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

    private static OrderRow add(RowTable table, String id) {
        OrderRow row = new OrderRow(new RowKey(Orders.SOURCE, "orders", id), 0, 0, 0, new LatestUpdates());
        table.add(row);
        return row;
    }
}
