package dev.signalbox.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of one setting: its key, a label, how its text is read and what it is when nobody says. Immutable; made
 * once, as a constant, and used both to declare and to read.
 *
 * <pre>{@code
 * static final Setting<Duration> IDLE = Setting.duration("idle-timeout", "Reconnect after silence", Duration.ofMinutes(5));
 * }</pre>
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** How a setting is shown and edited. */
    public enum Kind {
        /** One line of text. */
        TEXT,
        /** Several words, separated by commas. */
        TEXTS,
        /** Several lines; as a flag it may be given several times. */
        LINES,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number. */
        NUMBER,
        /** A duration: {@code 500ms}, {@code 45s}, {@code 2m}, {@code 1h} or ISO 8601 such as {@code PT1M30S}. */
        DURATION,
        /** One word of a few. */
        CHOICE
    }

    private final String key;
    private final String label;
    private final Kind kind;
    private final List<String> choices;
    private final boolean secret;
    private final Function<String, T> parse;
    private final Optional<T> fallback;
    private final String fallbackText;

    private Setting(
            String key,
            String label,
            Kind kind,
            List<String> choices,
            boolean secret,
            Function<String, T> parse,
            Optional<T> fallback,
            String fallbackText) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a setting's key is lower-case words joined by hyphens, not '" + key + "'");
        }
        this.key = key;
        this.label = Objects.requireNonNull(label, "label");
        this.kind = kind;
        this.choices = List.copyOf(choices);
        this.secret = secret;
        this.parse = parse;
        this.fallback = fallback;
        this.fallbackText = fallbackText;
    }

    /**
     * A text.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param fallback the value when nobody says
     * @return the setting
     */
    public static Setting<String> text(String key, String label, String fallback) {
        return new Setting<>(key, label, Kind.TEXT, List.of(), false, text -> text, Optional.of(fallback), fallback);
    }

    /**
     * A set of words, written with commas between them. The order is kept; blanks around a word and empty words are not.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param fallback the value when nobody says
     * @return the setting
     */
    public static Setting<Set<String>> texts(String key, String label, Set<String> fallback) {
        Set<String> copy = Collections.unmodifiableSet(new LinkedHashSet<>(fallback));
        return new Setting<>(
                key, label, Kind.TEXTS, List.of(), false, Setting::words, Optional.of(copy), String.join(",", copy));
    }

    /**
     * A list of lines; empty when nobody says. As a flag it may be given several times.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @return the setting
     */
    public static Setting<List<String>> lines(String key, String label) {
        return new Setting<>(
                key,
                label,
                Kind.LINES,
                List.of(),
                false,
                text -> text.lines().filter(line -> !line.isBlank()).toList(),
                Optional.of(List.of()),
                "");
    }

    /**
     * A switch.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param fallback the value when nobody says
     * @return the setting
     */
    public static Setting<Boolean> flag(String key, String label, boolean fallback) {
        return new Setting<>(
                key,
                label,
                Kind.FLAG,
                List.of("true", "false"),
                false,
                Setting::flag,
                Optional.of(fallback),
                Boolean.toString(fallback));
    }

    /**
     * A whole number within bounds.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words, with the unit
     * @param fallback the value when nobody says
     * @param least the least value allowed
     * @param most the greatest value allowed
     * @return the setting
     */
    public static Setting<Integer> number(String key, String label, int fallback, int least, int most) {
        return new Setting<>(
                key,
                label,
                Kind.NUMBER,
                List.of(),
                false,
                text -> number(text, least, most),
                Optional.of(fallback),
                Integer.toString(fallback));
    }

    /**
     * A length of time, never negative. Written {@code 500ms}, {@code 45s}, {@code 2m}, {@code 1h}, {@code 0}, or as ISO
     * 8601 writes it, such as {@code PT1M30S}.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param fallback the value when nobody says
     * @return the setting
     */
    public static Setting<Duration> duration(String key, String label, Duration fallback) {
        return new Setting<>(
                key,
                label,
                Kind.DURATION,
                List.of(),
                false,
                Durations::parse,
                Optional.of(fallback),
                Durations.format(fallback));
    }

    /**
     * One of the constants of an enum, written in lower case with hyphens.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param fallback the value when nobody says
     * @param <E> the enum
     * @return the setting
     */
    public static <E extends Enum<E>> Setting<E> choice(String key, String label, E fallback) {
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        List<String> words = Stream.of(constants).map(Setting::word).toList();
        return new Setting<>(
                key,
                label,
                Kind.CHOICE,
                words,
                false,
                text -> choice(text, constants, words),
                Optional.of(fallback),
                word(fallback));
    }

    /**
     * A text that is kept apart from the other settings, in a file only the user can read, and never logged or shown.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @return the setting
     */
    public static Setting<Optional<String>> secret(String key, String label) {
        return optional(key, label, text -> text).keptSecret();
    }

    /**
     * A setting of a type of the plug-in's own that must be given.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param parse reads the text; throws IllegalArgumentException with a sentence on what is expected
     * @param <T> the type
     * @return the setting
     */
    public static <T> Setting<T> required(String key, String label, Function<String, T> parse) {
        return new Setting<>(key, label, Kind.TEXT, List.of(), false, parse, Optional.empty(), "");
    }

    /**
     * A setting of a type of the plug-in's own that may be absent. An empty text counts as absent.
     *
     * @param key lower-case words joined by hyphens
     * @param label what an operator reads, a few words
     * @param parse reads the text; throws IllegalArgumentException with a sentence on what is expected
     * @param <T> the type
     * @return the setting
     */
    public static <T> Setting<Optional<T>> optional(String key, String label, Function<String, T> parse) {
        return new Setting<>(
                key,
                label,
                Kind.TEXT,
                List.of(),
                false,
                text -> text.isBlank() ? Optional.empty() : Optional.of(parse.apply(text)),
                Optional.of(Optional.empty()),
                "");
    }

    /**
     * The same setting, kept apart from the others, in a file only the user can read, and never logged or shown.
     *
     * @return a copy
     */
    public Setting<T> keptSecret() {
        return new Setting<>(key, label, kind, choices, true, parse, fallback, fallbackText);
    }

    /**
     * The key within the plug-in; {@code --<plugin>.<key>} on the command line.
     *
     * @return lower-case words joined by hyphens
     */
    public String key() {
        return key;
    }

    /**
     * What an operator reads.
     *
     * @return a few words
     */
    public String label() {
        return label;
    }

    /**
     * How it is shown and edited.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The words allowed, where there are only a few.
     *
     * @return the words; empty when any text is read
     */
    public List<String> choices() {
        return choices;
    }

    /**
     * Whether the value is kept apart and never shown.
     *
     * @return true for a secret
     */
    public boolean secret() {
        return secret;
    }

    /**
     * The value when nobody says.
     *
     * @return the value, or empty when the setting must be given
     */
    public Optional<T> fallback() {
        return fallback;
    }

    /**
     * The value when nobody says, as it would be written.
     *
     * @return the text; empty when there is none
     */
    public String fallbackText() {
        return fallbackText;
    }

    /**
     * Reads a text.
     *
     * @param text what was given
     * @return the value
     * @throws IllegalArgumentException if the text cannot be read; the message says what is expected
     */
    public T parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String toString() {
        return key;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private static Boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static Integer number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the one sentence that says what is expected
        }
        throw new IllegalArgumentException("expected a whole number from " + least + " to " + most);
    }

    private static <E extends Enum<E>> E choice(String text, E[] constants, List<String> words) {
        int index = words.indexOf(text.strip().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException("expected one of " + String.join(", ", words));
        }
        return Arrays.asList(constants).get(index);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
