package dev.signalbox.host.app;

import dev.signalbox.host.settings.SettingsProblem;
import dev.signalbox.host.tail.TailOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code tail} and the flags that it alone has. */
final class TailFlags {

    private TailFlags() {}

    static CommandSpec command(String version) {
        CommandSpec spec = CommandSpec.create().name("tail").version(version);
        spec.usageMessage()
                .description(
                        "Follows streams without a window: one line on the standard output for each update, change of a",
                        "connection, notice and problem. A lost stream is followed again until it is told to end.")
                .footer(
                        "",
                        "It ends after --max-events updates, with --until-settled when everything followed is settled, when",
                        "every stream is closed for good, when the reader of its lines goes away, and by Ctrl-C.",
                        "Exit codes: 0 ended as asked, 1 a stream failed for good or nothing could be followed, 2 wrong",
                        "arguments, 3 everything ended and something failed; 130 by Ctrl-C, 143 by SIGTERM.")
                .width(110)
                .optionListHeading("%n")
                .abbreviateSynopsis(true)
                .sortOptions(false);
        spec.addOption(OptionSpec.builder("--source")
                .paramLabel("ID")
                .type(String.class)
                .description(
                        "The one source to follow, such as sse/orders; sse or orders will do where it is the only one."
                                + " Default: all.")
                .build());
        spec.addOption(OptionSpec.builder("--max-events")
                .paramLabel("N")
                .type(Long.class)
                .description("Ends after so many updates.")
                .build());
        spec.addOption(OptionSpec.builder("--until-settled")
                .description("Ends when everything followed is settled.")
                .build());
        spec.addOption(OptionSpec.builder("--json")
                .description("Prints each line as a JSON object.")
                .build());
        spec.addOption(CommandLineReader.demoOption("Follows an embedded server: "));
        return spec;
    }

    /** What was asked for; what makes no sense is added to the problems. */
    static TailOptions read(ParseResult result, List<SettingsProblem> problems) {
        Optional<Long> most = Optional.ofNullable(result.matchedOptionValue("--max-events", (Long) null));
        if (most.filter(number -> number < 1).isPresent()) {
            problems.add(new SettingsProblem(
                    "--max-events", "'" + most.get() + "' cannot be used: expected a whole number from 1.", ""));
        }
        return new TailOptions(
                Optional.ofNullable(result.matchedOptionValue("--source", (String) null)),
                most.map(OptionalLong::of).orElse(OptionalLong.empty()),
                result.hasMatchedOption("--until-settled"),
                result.hasMatchedOption("--json"));
    }
}
