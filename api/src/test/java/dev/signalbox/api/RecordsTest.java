package dev.signalbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<Class<?>, Object> ANY = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, NOON),
            Map.entry(Set.class, Set.of("a")),
            Map.entry(Map.class, Map.of("a", "b")),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(OptionalDouble.class, OptionalDouble.empty()),
            Map.entry(ConnectionState.class, ConnectionState.OPEN),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 1));

    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                OrderEvent.class,
                WorkUpdate.class,
                WorkRemoved.class,
                Notice.class,
                ConnectionChanged.class,
                WatchChanged.class,
                WatchSettled.class,
                Problem.class,
                SessionEnd.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void noPartMayBeMissing(Class<? extends Record> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object[] whole = Stream.of(parts).map(part -> ANY.get(part.getType())).toArray();
        constructor.newInstance(whole);

        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].getType().isPrimitive()) {
                List<Object> torn = new ArrayList<>(Arrays.asList(whole));
                torn.set(i, null);
                assertThatThrownBy(() -> constructor.newInstance(torn.toArray()))
                        .as("%s without %s", type.getSimpleName(), parts[i].getName())
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCauseInstanceOf(NullPointerException.class);
            }
        }
    }

    @Test
    void aWatchKeepsItsOwnCopyOfTheKeys() {
        Set<String> keys = new HashSet<>(Set.of("a"));
        WatchChanged changed = new WatchChanged("p/s", "orders", keys, NOON);
        keys.add("b");

        assertThat(changed.keys()).containsExactly("a").isUnmodifiable();
    }

    @Test
    void anOrderIsAWorkEventOfTheTopicOrders() {
        WorkEvent order = new OrderEvent("p/s", "ORD-1", "SHIPPED", "COMPLETED", "done", true, false, NOON);

        assertThat(order.topic()).isEqualTo("orders");
        assertThat(order.key()).isEqualTo("ORD-1");
        assertThat(order.progress()).isEmpty();
        assertThat(order.details()).isEmpty();
    }

    @Test
    void workIsMovingDoneOrFailed() {
        assertThat(WorkUpdate.moving("p/s", "jobs", "1", "on its way"))
                .extracting(WorkUpdate::state, WorkUpdate::status, WorkUpdate::settled, WorkUpdate::failed)
                .containsExactly("RUNNING", "IN_PROGRESS", false, false);
        assertThat(WorkUpdate.done("p/s", "jobs", "1", "ready"))
                .extracting(WorkUpdate::state, WorkUpdate::status, WorkUpdate::settled, WorkUpdate::failed)
                .containsExactly("DONE", "COMPLETED", true, false);
        assertThat(WorkUpdate.failed("p/s", "jobs", "1", "no disk"))
                .extracting(WorkUpdate::state, WorkUpdate::status, WorkUpdate::settled, WorkUpdate::failed)
                .containsExactly("DONE", "FAILED", true, true);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void progressIsAShareFromZeroToOne(double share) {
        assertThat(WorkUpdate.moving("p/s", "jobs", "1", "").withProgress(share).progress())
                .hasValue(share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY, 50})
    void anyOtherProgressIsRefused(double share) {
        WorkUpdate update = WorkUpdate.moving("p/s", "jobs", "1", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> update.withProgress(share))
                .withMessage("progress must be from 0 to 1 and is " + share);
    }

    @Test
    void detailsAreCopiedAndTheRestStays() {
        Map<String, String> mine = new HashMap<>(Map.of("host", "a"));
        WorkUpdate first = WorkUpdate.moving("p/s", "jobs", "1", "m").withProgress(0.25);
        WorkUpdate update = first.withDetails(mine);
        mine.put("more", "b");

        assertThat(update.details()).containsExactly(Map.entry("host", "a")).isUnmodifiable();
        assertThat(update.progress()).hasValue(0.25);
        assertThat(update.at()).isEqualTo(first.at());
        assertThat(update.message()).isEqualTo("m");
    }

    @Test
    void aSessionEndsForAnotherOneOrForGood() {
        assertThat(SessionEnd.ended("closed")).isEqualTo(new SessionEnd(true, "closed"));
        assertThat(SessionEnd.finished("204")).isEqualTo(new SessionEnd(false, "204"));
    }

    @Test
    void aFatalExceptionSaysWhyAndWhatToDo() {
        Throwable cause = new IllegalStateException("inner");
        FatalSourceException fatal = new FatalSourceException("401", "Check the token.", cause);

        assertThat(fatal).hasMessage("401").hasCause(cause);
        assertThat(fatal.nextStep()).isEqualTo("Check the token.");
        assertThat(new FatalSourceException("401", "")).hasNoCause();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateMapsToAReadyState(ConnectionState state) {
        int expected = switch (state) {
            case CONNECTING, WAITING -> 0;
            case OPEN, STALE -> 1;
            case IDLE, PAUSED, CLOSED, FAILED -> 2;
        };

        assertThat(state.readyState()).isEqualTo(expected);
    }
}
