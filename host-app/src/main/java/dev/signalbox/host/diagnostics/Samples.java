package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the window's thread was seen doing during one stall. Bounded, and text only. */
final class Samples {
    static final int MOST = 10;
    static final int MOST_STACKS = 3;
    static final int MOST_FRAMES = 60;

    private final Blame blame;
    private final Map<String, Integer> stacks = new LinkedHashMap<>();
    private final Map<String, Integer> votes = new LinkedHashMap<>();
    private final Map<String, Culprit> culprits = new LinkedHashMap<>();
    private int taken;

    Samples(Blame blame) {
        this.blame = blame;
    }

    boolean full() {
        return taken >= MOST;
    }

    void add(StackTraceElement[] stack) {
        taken++;
        Culprit culprit = blame.of(stack);
        culprits.putIfAbsent(culprit.name(), culprit);
        votes.merge(culprit.name(), 1, Integer::sum);
        String text = text(stack);
        if (stacks.size() < MOST_STACKS || stacks.containsKey(text)) {
            stacks.merge(text, 1, Integer::sum);
        }
    }

    /** Who was there most often; of several the one that was there first. */
    Culprit culprit() {
        int most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        Optional<Culprit> found = votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .findFirst()
                .map(vote -> culprits.get(vote.getKey()));
        return found.orElseGet(() -> blame.of(new StackTraceElement[0]));
    }

    String text() {
        if (taken == 1) {
            return String.join("", stacks.keySet());
        }
        Texts texts = Texts.of(Samples.class);
        return stacks.entrySet().stream()
                .map(seen -> texts.get("stack.seen", seen.getValue(), taken) + "\n" + seen.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static String text(StackTraceElement[] stack) {
        String frames = Arrays.stream(stack)
                .limit(MOST_FRAMES)
                .map(frame -> "    at " + frame + "\n")
                .collect(Collectors.joining());
        int left = stack.length - MOST_FRAMES;
        return left > 0 ? frames + "    … " + left + "\n" : frames;
    }
}
