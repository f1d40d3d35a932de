package dev.signalbox.host.tail;

/** What the end of a tail says to whoever started it. */
public final class ExitCode {
    /** It ended as asked. */
    public static final int AS_ASKED = 0;

    /** A source failed for good, or nothing is left to follow. */
    public static final int FATAL = 1;

    /** What was asked makes no sense. */
    public static final int USAGE = 2;

    /** Everything ended, and some of it failed. */
    public static final int WITH_FAILURES = 3;

    private ExitCode() {}
}
