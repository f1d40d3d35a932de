package dev.signalbox.host.tail;

import java.util.List;
import java.util.Optional;

/** Which sources are meant: all, or the one whose name, or part before or after the slash, was given. */
final class SourceChoice {
    private final Optional<String> wanted;

    SourceChoice(Optional<String> wanted) {
        this.wanted = wanted;
    }

    /** The names meant; more than one for a part that several share. */
    List<String> among(List<String> names) {
        if (wanted.isEmpty() || names.contains(wanted.get())) {
            return wanted.map(List::of).orElse(names);
        }
        return names.stream().filter(name -> part(name, wanted.get())).toList();
    }

    /** Whether several names are one too many. */
    boolean ambiguous(List<String> meant) {
        return wanted.isPresent() && meant.size() > 1;
    }

    String word() {
        return wanted.orElse("");
    }

    private static boolean part(String name, String word) {
        int slash = name.indexOf('/');
        return name.substring(0, Math.max(0, slash)).equals(word)
                || name.substring(slash + 1).equals(word);
    }
}
