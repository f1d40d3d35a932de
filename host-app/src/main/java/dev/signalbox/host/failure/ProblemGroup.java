package dev.signalbox.host.failure;

import dev.signalbox.api.Problem;
import java.time.Instant;
import java.util.Objects;

/**
 * Problems alike in source and in what was being done.
 *
 * @param latest the newest of them
 * @param first when the first came
 * @param count how many came
 */
record ProblemGroup(Problem latest, Instant first, int count) {

    /** What makes problems alike. */
    record Key(String source, String doing) {

        static Key of(Problem problem) {
            return new Key(problem.source(), problem.doing());
        }
    }

    ProblemGroup {
        Objects.requireNonNull(latest, "latest");
        Objects.requireNonNull(first, "first");
    }

    static ProblemGroup of(Problem problem) {
        return new ProblemGroup(problem, problem.at(), 1);
    }

    Key key() {
        return Key.of(latest);
    }

    Instant last() {
        return latest.at();
    }

    ProblemGroup with(Problem next) {
        return new ProblemGroup(next, first, count + 1);
    }
}
