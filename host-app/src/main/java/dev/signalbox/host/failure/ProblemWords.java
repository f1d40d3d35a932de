package dev.signalbox.host.failure;

import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is said about problems. */
final class ProblemWords {
    private static final Texts TEXTS = Texts.of(ProblemWords.class);

    private final Times times;

    ProblemWords(Times times) {
        this.times = times;
    }

    static String count(int problems) {
        return problems == 0 ? TEXTS.get("problem.none") : TEXTS.get("problem.count", problems);
    }

    static String dropped(int dropped, int kept) {
        return dropped == 0 ? "" : TEXTS.get("problem.dropped", dropped, kept);
    }

    String when(ProblemGroup group) {
        String source = PlainText.of(group.latest().source());
        return group.count() == 1
                ? TEXTS.get("problem.when.once", times.at(group.last()), source)
                : TEXTS.get(
                        "problem.when.often",
                        TEXTS.get("times", group.count()),
                        times.at(group.first()),
                        times.at(group.last()),
                        source);
    }

    /** One line for each group, for the clipboard. */
    String lines(Collection<ProblemGroup> groups) {
        return groups.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(ProblemGroup group) {
        Problem problem = group.latest();
        return TEXTS.get(
                "problem.copy.line",
                PlainText.of(problem.doing()),
                PlainText.of(problem.cause()),
                PlainText.of(problem.nextStep()),
                TEXTS.get("times", group.count()),
                when(group));
    }
}
