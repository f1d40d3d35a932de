package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlameTest {
    private final Blame blame = new Blame(Map.of("plugin:tick", "Tick", "plugin:jobs", "Jobs"));

    private Culprit of(StackTraceElement... stack) {
        return blame.of(stack);
    }

    @Test
    void thePluginNearestToTheTopIsBlamedByTheNameOperatorsRead() {
        Culprit culprit = of(
                Stacks.java("java.lang.Thread", "sleep"),
                Stacks.plugin("jobs", "jobs.Disk", "read"),
                Stacks.plugin("tick", "tick.Panel", "take"),
                Stacks.console("bus.EdtPump", "drain"),
                Stacks.dispatch());
        assertThat(culprit)
                .isEqualTo(new Culprit(Culprit.Kind.PLUGIN, "plug-in Jobs", "jobs.Disk.read (Some.java:12)"));
    }

    @Test
    void whatAPluginAsksTheConsoleForIsThePlugins() {
        assertThat(of(Stacks.console("bus.Mailbox", "append"), Stacks.plugin("tick", "tick.Panel", "take"))
                        .name())
                .isEqualTo("plug-in Tick");
    }

    @Test
    void aPluginWithoutAKnownNameIsNamedAfterItsFolder() {
        assertThat(of(Stacks.plugin("stray", "a.B", "c")).name()).isEqualTo("plug-in stray");
    }

    @Test
    void theConsoleIsSaidWithClassAndMethod() {
        Culprit culprit = of(
                Stacks.java("java.util.ArrayList", "sort"),
                Stacks.console("order.OrderRowSorter", "sort"),
                Stacks.console("bus.EdtPump", "drain"),
                Stacks.dispatch());
        assertThat(culprit.kind()).isEqualTo(Culprit.Kind.CONSOLE);
        assertThat(StallWords.who(culprit)).isEqualTo("the console (OrderRowSorter.sort)");
    }

    @Test
    void anEventUnderTheModalDialogOfAPluginIsNotThePluginsFault() {
        Culprit culprit = of(
                Stacks.console("order.OrderRowSorter", "sort"),
                Stacks.dispatch(),
                Stacks.java("java.awt.Dialog", "show"),
                Stacks.plugin("tick", "tick.Panel", "ask"),
                Stacks.dispatch());
        assertThat(culprit.name()).isEqualTo("the console");
    }

    @Test
    void aDialogOfTheDesktopIsSaidAsItIs() {
        Culprit culprit = of(
                Stacks.nativeJava("sun.awt.X11.GtkFileDialogPeer", "run"),
                Stacks.console("failure.ExportDialog", "ask"),
                Stacks.dispatch());
        assertThat(culprit)
                .isEqualTo(new Culprit(Culprit.Kind.SYSTEM, "the system", "sun.awt.X11.GtkFileDialogPeer.run"));
    }

    @Test
    void aLibraryOfTheConsoleIsTheConsoles() {
        StackTraceElement library =
                new StackTraceElement("app", null, null, "net.miginfocom.Grid", "layout", "Grid.java", 78);
        assertThat(of(Stacks.java("java.util.HashMap", "get"), library, Stacks.dispatch()))
                .isEqualTo(
                        new Culprit(Culprit.Kind.CONSOLE, "the console", "net.miginfocom.Grid.layout (Grid.java:78)"));
    }

    @Test
    void javasOwnCodeAloneIsTheSystems() {
        assertThat(of(Stacks.java("javax.swing.RepaintManager", "paintDirtyRegions"), Stacks.dispatch())
                        .kind())
                .isEqualTo(Culprit.Kind.SYSTEM);
    }

    @Test
    void anEmptyStackIsTheSystemsWithoutAPlace() {
        assertThat(of()).isEqualTo(new Culprit(Culprit.Kind.SYSTEM, "the system", ""));
    }
}
