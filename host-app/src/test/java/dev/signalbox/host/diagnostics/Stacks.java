package dev.signalbox.host.diagnostics;

import java.time.Duration;
import java.time.Instant;

/** Frames and stalls as tests need them. */
final class Stacks {

    private Stacks() {}

    static StackTraceElement plugin(String folder, String type, String method) {
        return new StackTraceElement("plugin:" + folder, null, null, type, method, "Some.java", 12);
    }

    static StackTraceElement console(String type, String method) {
        return new StackTraceElement("app", null, null, "dev.signalbox.host." + type, method, "Some.java", 34);
    }

    static StackTraceElement java(String type, String method) {
        return new StackTraceElement(null, "java.desktop", null, type, method, "Some.java", 56);
    }

    static StackTraceElement nativeJava(String type, String method) {
        return new StackTraceElement(null, "java.desktop", null, type, method, "Some.java", -2);
    }

    static StackTraceElement dispatch() {
        return java("java.awt.EventQueue", "dispatchEvent");
    }

    static Stall stall(Culprit.Kind kind, String name, Duration held) {
        return new Stall(
                Instant.parse("2026-05-01T10:00:00Z"),
                held,
                new Culprit(kind, name, "a.B.c (B.java:1)"),
                "    at a.B.c\n");
    }
}
