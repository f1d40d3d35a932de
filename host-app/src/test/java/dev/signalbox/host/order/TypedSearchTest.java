package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedSearchTest {
    private final TypedSearch search = new TypedSearch();

    @Test
    void aBadSearchLeavesTheLastGoodOneInForce() {
        search.type("hall");
        search.type("hall \"12");

        assertThat(search.inForce().text()).isEqualTo("hall");
        assertThat(search.fault()).isPresent();

        search.type("hall \"12\"");
        assertThat(search.inForce().text()).isEqualTo("hall \"12\"");
        assertThat(search.fault()).isEmpty();
    }

    @Test
    void whatTurnsOutToBeAFieldsNameIsNoLongerLookedFor() {
        assertThat(inForceWhileTyping("hall status:failed"))
                .containsSequence("hall statu", "hall status", "hall", "hall status:f");
        assertThat(inForceWhileTyping("-state:x")).endsWith("-state", "", "-state:x");
        assertThat(inForceWhileTyping("foo:x")).endsWith("foo", "");
    }

    @Test
    void aPhraseThatReadsLikeAFieldStaysInForce() {
        search.type("\"status\"");
        search.type("status:");

        assertThat(search.inForce().text()).isEqualTo("\"status\"");
    }

    @Test
    void aFaultIsAnErrorOnlyAfterTheOperatorStops() {
        search.type("status:");
        assertThat(search.insists()).isFalse();
        search.insist();
        assertThat(search.insists()).isTrue();
        search.type("-");
        assertThat(search.insists()).isFalse();
    }

    @Test
    void whoStopsAtAGoodSearchHearsNothing() {
        search.type("status:failed");
        search.insist();

        assertThat(search.insists()).isFalse();
    }

    private List<String> inForceWhileTyping(String text) {
        List<String> all = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            search.type(text.substring(0, end));
            String now = search.inForce().text();
            if (all.isEmpty() || !all.get(all.size() - 1).equals(now)) {
                all.add(now);
            }
        }
        search.type("");
        return all;
    }
}
