package dev.signalbox.host.settings;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the key somebody probably meant; the comparing is picocli's. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * A hint.
     *
     * @param unknown what was given
     * @param known what there is
     * @return such as {@code Did you mean sse.url?}, or a pointer to {@code --help}
     */
    public static String hint(String unknown, Collection<String> known) {
        CommandSpec spec = CommandSpec.create();
        known.forEach(key ->
                spec.addOption(OptionSpec.builder("--" + key).type(String.class).build()));
        List<String> near =
                new UnmatchedArgumentException(new CommandLine(spec), List.of("--" + unknown)).getSuggestions();
        return near.isEmpty() ? "See --help." : "Did you mean " + near.get(0).replaceFirst("^--", "") + "?";
    }
}
