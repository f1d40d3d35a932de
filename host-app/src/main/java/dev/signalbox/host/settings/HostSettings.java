package dev.signalbox.host.settings;

import dev.signalbox.api.Setting;
import java.time.Duration;
import java.util.List;

/** The settings of the console itself; their keys begin with {@code console.}. */
public final class HostSettings {
    /** What stands before the dot in the console's own keys. */
    public static final String PREFIX = "console";

    /** Light or dark. */
    public static final Setting<ThemeChoice> THEME = Setting.choice("theme", "Theme", ThemeChoice.LIGHT);

    /** Which font texts are set in. */
    public static final Setting<FontChoice> FONT = Setting.choice("font", "Font", FontChoice.INTER);

    /** How much room a row takes. */
    public static final Setting<Density> DENSITY = Setting.choice("density", "Row density", Density.COMPACT);

    /** Whether cells flash when they change. */
    public static final Setting<Boolean> FLASH_CHANGES =
            Setting.flag("flash-changes", "Let cells that change flash", true);

    /** When the failure window opens by itself. */
    public static final Setting<FailureRule> FAILURE_DIALOG =
            Setting.choice("failure-dialog", "Open the failure window", FailureRule.AS_THEY_FAIL);

    /** Whether sources start with the console. */
    public static final Setting<Boolean> CONNECT_AT_START =
            Setting.flag("connect-at-start", "Connect when the console starts", true);

    /** How long a stream may be silent before it is shown as stale. */
    public static final Setting<Duration> STALE_AFTER =
            Setting.duration("stale-after", "Show a stream as stale after silence of", Duration.ofSeconds(45));

    /** How long a stream known to send heartbeats may be silent before it is reconnected. */
    public static final Setting<Duration> RECONNECT_STALE_AFTER =
            Setting.duration("reconnect-stale-after", "Reconnect a stale stream after", Duration.ofMinutes(2));

    /** The delay before the first reconnect; doubled with every failed attempt. */
    public static final Setting<Duration> RECONNECT_DELAY =
            Setting.duration("reconnect-delay", "First delay before a reconnect", Duration.ofSeconds(2));

    /** Where the doubling stops. */
    public static final Setting<Duration> RECONNECT_DELAY_MOST =
            Setting.duration("reconnect-delay-most", "Longest delay before a reconnect", Duration.ofSeconds(60));

    /** The delay after an error that trying again seldom cures, while orders are still awaited. */
    public static final Setting<Duration> FATAL_RETRY_DELAY = Setting.duration(
            "fatal-retry-delay", "Delay after a refusal, while orders are awaited", Duration.ofMinutes(2));

    /** How many rows are kept over all sources. */
    public static final Setting<Integer> ROWS_MOST =
            Setting.number("rows-most", "Orders kept", 200_000, 100, 2_000_000);

    /** How many changes are kept for each row. */
    public static final Setting<Integer> HISTORY_MOST =
            Setting.number("history-most", "Changes kept for each order", 50, 1, 10_000);

    /** How much memory the changes of all rows may take together, in MiB. */
    public static final Setting<Integer> HISTORY_MEMORY_MOST =
            Setting.number("history-memory-most", "Memory for the changes of all orders, in MiB", 160, 1, 16_384);

    /** How many failures are kept. */
    public static final Setting<Integer> FAILURES_MOST =
            Setting.number("failures-most", "Failed orders kept in the list", 10_000, 10, 1_000_000);

    /** How many groups of problems are kept. */
    public static final Setting<Integer> PROBLEMS_MOST =
            Setting.number("problems-most", "Problems kept in the list", 500, 10, 100_000);

    /** How fast the demo's story is told. */
    public static final Setting<Integer> DEMO_SPEED =
            Setting.number("demo-speed", "Speed of the demo story; 1 takes about a minute", 1, 1, 100);

    private HostSettings() {}

    /**
     * Every setting of the console.
     *
     * @return the settings, in the order they are shown
     */
    public static List<Setting<?>> all() {
        return List.of(
                THEME,
                FONT,
                DENSITY,
                FLASH_CHANGES,
                FAILURE_DIALOG,
                CONNECT_AT_START,
                STALE_AFTER,
                RECONNECT_STALE_AFTER,
                RECONNECT_DELAY,
                RECONNECT_DELAY_MOST,
                FATAL_RETRY_DELAY,
                ROWS_MOST,
                HISTORY_MOST,
                HISTORY_MEMORY_MOST,
                FAILURES_MOST,
                PROBLEMS_MOST,
                DEMO_SPEED);
    }
}
