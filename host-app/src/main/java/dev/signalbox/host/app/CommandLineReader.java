package dev.signalbox.host.app;

import dev.signalbox.api.Setting;
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
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line, made after the settings there are: every setting is a flag. What is wrong is collected, not thrown, so
 * that it can be told together with what is wrong elsewhere.
 */
final class CommandLineReader {
    private final SettingsCatalog catalog;
    private final CommandLine commandLine;
    private final CommandSpec demoServer;
    private final CommandSpec tail;

    CommandLineReader(SettingsCatalog catalog, String version) {
        this.catalog = catalog;
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
        settings(spec);
        demoServer = demoServer(version);
        spec.addSubcommand("demo-server", demoServer);
        tail = tail(version);
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
        flags(result, flags);
        command.ifPresent(sub -> flags(sub, flags));
        String demo = command.map(sub -> sub.matchedOptionValue("--demo", ""))
                .filter(story -> !story.isEmpty())
                .orElse(result.matchedOptionValue("--demo", ""));
        if (!demo.isEmpty() && DemoKind.find(demo).isEmpty()) {
            problems.add(new SettingsProblem(
                    "--demo", "there is no story '" + demo + "'.", "There are " + DemoKind.words() + "."));
        }
        int port = command.map(sub -> sub.matchedOptionValue("--port", 8080)).orElse(0);
        Optional<Path> settings =
                command.flatMap(CommandLineReader::settingsFile).or(() -> settingsFile(result));
        return new Request(
                kind(result, command),
                demo.isEmpty() ? Optional.empty() : Optional.of(demo),
                port,
                command.map(sub -> tailOptions(sub, problems)).orElse(TailOptions.NONE),
                settings,
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

    private void flags(ParseResult result, Map<String, String> flags) {
        catalog.byKey().forEach((key, setting) -> {
            if (result.hasMatchedOption("--" + key)) {
                flags.put(key, text(result, key, setting));
            }
        });
    }

    private static Optional<Path> settingsFile(ParseResult result) {
        return Optional.ofNullable(result.matchedOptionValue("--settings", (Path) null));
    }

    private static TailOptions tailOptions(ParseResult result, List<SettingsProblem> problems) {
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

    private static String text(ParseResult result, String key, Setting<?> setting) {
        if (setting.kind() == Setting.Kind.LINES) {
            return String.join("\n", result.matchedOption("--" + key).stringValues());
        }
        List<String> values = result.matchedOption("--" + key).stringValues();
        return values.isEmpty() ? "" : values.get(values.size() - 1);
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

    private static OptionSpec demoOption(String prefix) {
        return OptionSpec.builder("--demo")
                .paramLabel("STORY")
                .type(String.class)
                .arity("0..1")
                .fallbackValue("story")
                .description(prefix + DemoKind.words() + ".")
                .build();
    }

    private void settings(CommandSpec spec) {
        Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
        catalog.byKey().forEach((key, setting) -> {
            String prefix = key.substring(0, key.indexOf('.'));
            OptionSpec.Builder option = OptionSpec.builder("--" + key)
                    .paramLabel(label(setting))
                    .type(setting.kind() == Setting.Kind.LINES ? List.class : String.class)
                    .auxiliaryTypes(String.class)
                    .description(description(setting).replace("%", "%%"));
            if (setting.kind() == Setting.Kind.FLAG) {
                option.arity("0..1").fallbackValue("true");
            }
            groups.computeIfAbsent(
                            prefix,
                            name -> ArgGroupSpec.builder()
                                    .exclusive(false)
                                    .validate(false) // it is a heading of the help and restricts nothing
                                    .heading("%nSettings of "
                                            + (name.equals("console") ? "the console" : "the plug-in " + name)
                                            + ":%n"))
                    .addArg(option.build());
        });
        groups.values().forEach(group -> spec.addArgGroup(group.build()));
        spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    }

    private static String label(Setting<?> setting) {
        return switch (setting.kind()) {
            case TEXT -> "TEXT";
            case TEXTS -> "A,B,…";
            case LINES -> "LINE";
            case FLAG, CHOICE -> String.join("|", setting.choices());
            case NUMBER -> "N";
            case DURATION -> "TIME";
        };
    }

    private static String description(Setting<?> setting) {
        String fallback = setting.fallbackText();
        String more = setting.kind() == Setting.Kind.LINES ? " May be given several times." : "";
        String secret = setting.secret() ? " Kept apart, readable by you alone." : "";
        return setting.label() + "." + more + secret + (fallback.isEmpty() ? "" : " Default: " + fallback + ".");
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

    private CommandSpec tail(String version) {
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
                .optionListHeading("%n");
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
        spec.addOption(demoOption("Follows an embedded server: "));
        places(spec);
        spec.addOption(helpOption());
        settings(spec);
        return spec;
    }
}
