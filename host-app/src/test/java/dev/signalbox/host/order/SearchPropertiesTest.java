package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, over whatever rows; compared with a reader of the language that is slow and obvious. */
class SearchPropertiesTest {
    private static final StatusWords WORDS = new StatusWords("no update yet", "no status");
    private static final Pattern TERM = Pattern.compile("\\s*(-)?+(?:(\\p{L}+):)?+(?:\"([^\"]*)\"|([^\"\\s]\\S*))");

    @Property(tries = 3000)
    void findsWhatTheObviousReaderFinds(@ForAll("searches") String typed, @ForAll("rows") OrderRow row) {
        Optional<Predicate<OrderRow>> obvious = obviousReader(typed);
        Search read = Search.read(typed);

        assertThat(read instanceof SearchQuery).isEqualTo(obvious.isPresent());
        if (read instanceof SearchQuery query) {
            assertThat(query.matches(row, WORDS))
                    .isEqualTo(obvious.orElseThrow().test(row));
        }
    }

    @Property(tries = 3000)
    void aSearchThatNarrowsAnotherFindsNothingTheOtherDoesNot(
            @ForAll("searches") String typed,
            @ForAll("searches") String before,
            @ForAll QuickFilter quick,
            @ForAll QuickFilter quickBefore,
            @ForAll("rows") OrderRow row) {
        if (Search.read(typed) instanceof SearchQuery query && Search.read(before) instanceof SearchQuery wider) {
            OrderFilter filter = new OrderFilter(quick, query, WORDS);
            OrderFilter filterBefore = new OrderFilter(quickBefore, wider, WORDS);
            if (filter.narrows(filterBefore) && filter.matches(row)) {
                assertThat(filterBefore.matches(row)).isTrue();
            }
        }
    }

    @Property
    void eachLetterOfAWordNarrowsAndEachLetterOfAnExcludedWordWidens(@ForAll("words") String word) {
        String longer = word + "x";

        assertThat(query(longer).narrows(query(word))).isTrue();
        assertThat(query("status:" + longer).narrows(query(word))).isTrue();
        assertThat(query("-" + word).narrows(query("-" + longer))).isTrue();
        assertThat(query("-" + longer).narrows(query("-" + word))).isFalse();
        assertThat(query(word).narrows(query("status:" + word))).isFalse();
    }

    @Property(tries = 100)
    void theTableShowsTheSameHoweverTheSearchWasTyped(
            @ForAll("manyRows") List<OrderRow> rows, @ForAll("searches") String typed) {
        OrderTable oneLetterAfterTheOther = table(rows);
        TypedSearch search = new TypedSearch();
        for (int end = 1; end <= typed.length(); end++) {
            search.type(typed.substring(0, end));
            filter(oneLetterAfterTheOther, search.inForce());
        }
        OrderTable atOnce = table(rows);
        if (Search.read(typed) instanceof SearchQuery query) {
            filter(atOnce, query);
            assertThat(shown(oneLetterAfterTheOther)).isEqualTo(shown(atOnce));
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("aAbk0").ofMinLength(1).ofMaxLength(4);
    }

    /** Half of them well formed, so that there is something to find. */
    @Provide
    Arbitrary<String> searches() {
        // İ, ı, ſ and the Kelvin sign share a capital or a small letter with an ASCII letter.
        Arbitrary<String> plain = Arbitraries.strings()
                .withChars("aAbBiIsSkKİıſ\u212A")
                .ofMinLength(1)
                .ofMaxLength(2);
        Arbitrary<String> fields =
                Arbitraries.of("", "", "", "id:", "state:", "STATUS:", "message:", "source:", "topic:");
        Arbitrary<String> terms = Combinators.combine(
                        Arbitraries.of("", "", "-"), fields, plain, Arbitraries.of(0, 1, 2))
                .as((minus, field, word, form) -> minus
                        + field
                        + switch (form) {
                            case 0 -> word;
                            case 1 -> '"' + word + '"';
                            default -> '"' + word + " " + word + '"';
                        });
        Arbitrary<String> good = terms.list().ofMaxSize(3).map(all -> String.join(" ", all));
        Arbitrary<String> any = Arbitraries.strings().withChars("ab:\"- \tid").ofMaxLength(8);
        return Arbitraries.oneOf(good, any);
    }

    @Provide
    Arbitrary<OrderRow> rows() {
        return manyRows().map(rows -> rows.get(0));
    }

    @Provide
    Arbitrary<List<OrderRow>> manyRows() {
        Arbitrary<String> text =
                Arbitraries.strings().withChars("aAbBiIsSkKİıſ\u212A ").ofMaxLength(5);
        return Combinators.combine(
                        text, text, text, text, Arbitraries.integers().between(0, 9))
                .as((id, state, status, message, quiet) -> quiet == 0
                        ? Orders.watch("w" + id)
                        : Orders.order("s/" + state, "w" + id, state, status, message))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(events -> {
                    OrderBook book = new OrderBook();
                    book.apply(events);
                    return List.copyOf(book.rows());
                });
    }

    private static Optional<Predicate<OrderRow>> obviousReader(String typed) {
        List<Predicate<OrderRow>> all = new ArrayList<>();
        Matcher term = TERM.matcher(typed);
        int end = 0;
        while (!typed.substring(end).isBlank()) {
            if (!term.find() || term.start() != end) {
                return Optional.empty();
            }
            String field = term.group(2) == null ? "" : term.group(2).toLowerCase(Locale.ROOT);
            String text = term.group(3) == null ? term.group(4) : term.group(3);
            if (text.isEmpty() || !(field.isEmpty() || field.equals("id") || SearchedField.NAMES.contains(field))) {
                return Optional.empty();
            }
            boolean excluded = term.group(1) != null;
            all.add(row -> texts(row, field).stream().anyMatch(each -> contains(each, text)) != excluded);
            end = term.end();
        }
        return Optional.of(row -> all.stream().allMatch(each -> each.test(row)));
    }

    private static List<String> texts(OrderRow row, String field) {
        String status = Orders.words().of(row, OrderColumn.STATUS);
        return switch (field) {
            case "id", "order" -> List.of(row.id());
            case "state" -> List.of(row.state());
            case "status" -> List.of(status);
            case "message" -> List.of(row.message());
            case "source" -> List.of(row.key().source());
            case "topic" -> List.of(row.key().topic());
            default ->
                List.of(
                        row.id(),
                        row.state(),
                        status,
                        row.message(),
                        row.key().source(),
                        row.key().topic());
        };
    }

    private static boolean contains(String text, String wanted) {
        for (int i = 0; i + wanted.length() <= text.length(); i++) {
            if (text.substring(i, i + wanted.length()).equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static SearchQuery query(String typed) {
        return (SearchQuery) Search.read(typed);
    }

    private static OrderTable table(List<OrderRow> rows) {
        OrderBook book = new OrderBook();
        OrderTableModel model = new OrderTableModel(book, Orders.words());
        OrderTable table = new OrderTable(model);
        rows.forEach(row -> model.show(
                book.apply(row.moved() ? List.of(row.latest().orElseThrow()) : List.of(Orders.watch(row.id())))));
        return table;
    }

    private static void filter(OrderTable table, SearchQuery query) {
        table.sorter().filterBy(new OrderFilter(QuickFilter.ALL, query, WORDS));
    }

    private static List<RowKey> shown(OrderTable table) {
        List<RowKey> shown = new ArrayList<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            shown.add(table.shownRow(i).key());
        }
        return shown;
    }
}
