package dev.signalbox.host.app;

import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.settings.DidYouMean;
import dev.signalbox.host.settings.SettingsCatalog;
import dev.signalbox.host.settings.SettingsProblem;
import dev.signalbox.host.tail.TailOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line, made after the settings there are: every setting is a flag. What is wrong is collected, not thrown, so
 * that it can be told together with what is wrong elsewhere.
 */
final class CommandLineReader {
    private final SettingsCatalog catalog;
    private final SettingFlags settings;
    private final CommandLine commandLine;
    private final CommandSpec demoServer;
    private final CommandSpec tail;

    CommandLineReader(SettingsCatalog catalog, String version) {
        this.catalog = catalog;
        this.settings = new SettingFlags(catalog);
        CommandSpec spec = CommandSpec.create().name("signalbox").version("signalbox " + version);
        spec.usageMessage()
                .description("Opens the console: follows streams of orders, shows what moves and what failed.")
                .footer(
                        "",
                        "Every setting may also be given in the environment (--sse.url is SIGNALBOX_SSE_URL) or in the",
                        "settings file. A flag wins over the environment, and that over the file.",
                        "Exit codes: 0 ended as asked, 2 wrong arguments or no display.")
                .width(110)
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
        options(spec);
        settings.addTo(spec);
        spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
        demoServer = demoServer(version);
        spec.addSubcommand("demo-server", demoServer);
        tail = TailFlags.command(version);
        places(tail);
        tail.addOption(helpOption());
        settings.addTo(tail);
        spec.addSubcommand("tail", tail);
        this.commandLine = new CommandLine(spec)
                .setUnmatchedArgumentsAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setUnmatchedOptionsArePositionalParams(false);
        // so that all problems can be told at once
        spec.parser().collectErrors(true);
        demoServer.parser().collectErrors(true);
        tail.parser().collectErrors(true);
    }

    /** What was asked for. */
    record Request(
            Kind kind,
            Optional<String> demo,
            int port,
            TailOptions tail,
            Optional<Path> settings,
            Map<String, String> flags,
            List<SettingsProblem> problems) {}

    /** What the program is to do. */
    enum Kind {
        CONSOLE,
        DEMO_SERVER,
        HELP,
        DEMO_SERVER_HELP,
        TAIL,
        TAIL_HELP,
        VERSION
    }

    Request read(String... arguments) {
        List<SettingsProblem> problems = new ArrayList<>();
        ParseResult result = commandLine.parseArgs(arguments);
        errors(result, problems);
        unmatched(result, List.of(arguments), problems);
        Map<String, String> flags = new LinkedHashMap<>();
        Optional<ParseResult> command = Optional.ofNullable(result.subcommand());
        settings.read(result, flags);
        command.ifPresent(sub -> settings.read(sub, flags));
        String demo = command.map(sub -> sub.matchedOptionValue("--demo", ""))
                .filter(story -> !story.isEmpty())
                .orElse(result.matchedOptionValue("--demo", ""));
        if (!demo.isEmpty() && DemoKind.find(demo).isEmpty()) {
            problems.add(new SettingsProblem(
                    "--demo", "there is no story '" + demo + "'.", "There are " + DemoKind.words() + "."));
        }
        int port = command.map(sub -> sub.matchedOptionValue("--port", 8080)).orElse(0);
        Optional<Path> file = command.flatMap(CommandLineReader::settingsFile).or(() -> settingsFile(result));
        return new Request(
                kind(result, command),
                demo.isEmpty() ? Optional.empty() : Optional.of(demo),
                port,
                command.map(sub -> TailFlags.read(sub, problems)).orElse(TailOptions.NONE),
                file,
                flags,
                problems);
    }

    String help() {
        return commandLine.getUsageMessage();
    }

    String demoServerHelp() {
        return demoServer.commandLine().getUsageMessage();
    }

    String tailHelp() {
        return tail.commandLine().getUsageMessage();
    }

    private static Optional<Path> settingsFile(ParseResult result) {
        return Optional.ofNullable(result.matchedOptionValue("--settings", (Path) null));
    }

    private static Kind kind(ParseResult result, Optional<ParseResult> command) {
        if (result.hasMatchedOption("--version")) {
            return Kind.VERSION;
        }
        if (command.isPresent()) {
            boolean help = command.get().hasMatchedOption("--help");
            return command.get().commandSpec().name().equals("tail")
                    ? help ? Kind.TAIL_HELP : Kind.TAIL
                    : help ? Kind.DEMO_SERVER_HELP : Kind.DEMO_SERVER;
        }
        return result.hasMatchedOption("--help") ? Kind.HELP : Kind.CONSOLE;
    }

    private static void errors(ParseResult result, List<SettingsProblem> problems) {
        for (Exception wrong : result.errors()) {
            problems.add(new SettingsProblem("command line", wrong.getMessage() + ".", "See --help."));
        }
        if (result.subcommand() != null) {
            errors(result.subcommand(), problems);
        }
    }

    private void unmatched(ParseResult result, List<String> arguments, List<SettingsProblem> problems) {
        List<String> known = new ArrayList<>(catalog.keys());
        known.addAll(List.of("demo", "settings", "plugins", "help", "version", "demo-server", "tail"));
        List<String> unmatched = new ArrayList<>(result.unmatched());
        if (result.subcommand() != null) {
            result.subcommand()
                    .commandSpec()
                    .optionsMap()
                    .keySet()
                    .forEach(name -> known.add(name.replaceFirst("^--?", "")));
            unmatched.addAll(result.subcommand().unmatched());
        }
        String previous = "";
        for (String argument : unmatched) {
            if (!isValueOf(previous, argument, arguments)) {
                // What stands behind the equals sign may be a secret.
                String given = argument.startsWith("-") ? argument.split("=", 2)[0] : argument;
                String what = argument.startsWith("-") ? "there is no such flag." : "what is this argument?";
                problems.add(new SettingsProblem(given, what, DidYouMean.hint(given.replaceFirst("^--?", ""), known)));
            }
            previous = argument;
        }
    }

    /** {@code --sse.tokn abc} is one mistake and not two, and the value may be a secret. */
    private static boolean isValueOf(String flag, String argument, List<String> arguments) {
        return flag.startsWith("-")
                && !flag.contains("=")
                && !argument.startsWith("-")
                && Collections.indexOfSubList(arguments, List.of(flag, argument)) >= 0;
    }

    private static void options(CommandSpec spec) {
        spec.addOption(demoOption("Opens the console on an embedded server: "));
        places(spec);
        spec.addOption(helpOption());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Prints the version.")
                .build());
    }

    private static OptionSpec helpOption() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Prints this help.")
                .build();
    }

    private static void places(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--settings")
                .paramLabel("FILE")
                .type(Path.class)
                .description("Another settings file.")
                .build());
        spec.addOption(OptionSpec.builder("--plugins")
                .paramLabel("DIR")
                .type(Path.class)
                .description("Another plug-in directory.")
                .build());
    }

    static OptionSpec demoOption(String prefix) {
        return OptionSpec.builder("--demo")
                .paramLabel("STORY")
                .type(String.class)
                .arity("0..1")
                .fallbackValue("story")
                .description(prefix + DemoKind.words() + ".")
                .build();
    }

    private static CommandSpec demoServer(String version) {
        CommandSpec spec = CommandSpec.create().name("demo-server").version(version);
        spec.usageMessage().description("Serves the demo alone, for curl or another console, on the loopback address.");
        spec.addOption(OptionSpec.builder("--port")
                .paramLabel("N")
                .type(Integer.class)
                .description("The port; 0 for a free one. Default: 8080.")
                .build());
        spec.addOption(demoOption("Which story: "));
        spec.addOption(helpOption());
        return spec;
    }
}
