package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in a stack of the window's thread whose code it runs. */
final class Blame {
    private static final Texts TEXTS = Texts.of(Blame.class);
    private static final String PLUGIN_LOADER = "plugin:";
    private static final String CONSOLE = "dev.signalbox.host.";

    /** Native code in here waits for the desktop: a dialog of the system, its clipboard, its printer. */
    private static final List<String> DESKTOP = List.of("sun.awt.", "sun.lwawt.", "sun.print.");

    private final Map<String, String> pluginNames;

    /** With what operators read for each name of a class loader. */
    Blame(Map<String, String> pluginNames) {
        this.pluginNames = Map.copyOf(pluginNames);
    }

    /** The plug-in nearest to the top, or else the console, or else the system. */
    Culprit of(StackTraceElement[] stack) {
        List<StackTraceElement> current = currentEvent(stack);
        for (StackTraceElement frame : current) {
            String loader = frame.getClassLoaderName();
            if (loader != null && loader.startsWith(PLUGIN_LOADER)) {
                String name = pluginNames.getOrDefault(loader, loader.substring(PLUGIN_LOADER.length()));
                return new Culprit(Culprit.Kind.PLUGIN, TEXTS.get("culprit.plugin", name), where(frame));
            }
        }
        if (!current.isEmpty() && !waitsForTheDesktop(current.get(0))) {
            Optional<StackTraceElement> own = current.stream()
                    .filter(frame -> frame.getClassName().startsWith(CONSOLE))
                    .findFirst()
                    .or(() -> current.stream().filter(Blame::isOfTheConsole).findFirst());
            if (own.isPresent()) {
                return new Culprit(Culprit.Kind.CONSOLE, TEXTS.get("culprit.console"), where(own.get()));
            }
        }
        String top = current.isEmpty() ? "" : where(current.get(0));
        return new Culprit(Culprit.Kind.SYSTEM, TEXTS.get("culprit.system"), top);
    }

    /** A modal dialog lets others' events run above whoever opened it, and it is not to blame for those. */
    private static List<StackTraceElement> currentEvent(StackTraceElement[] stack) {
        for (int depth = 0; depth < stack.length; depth++) {
            if (stack[depth].getClassName().equals("java.awt.EventQueue")
                    && stack[depth].getMethodName().equals("dispatchEvent")) {
                return Arrays.asList(stack).subList(0, depth);
            }
        }
        return Arrays.asList(stack);
    }

    /** Its libraries come from where it comes from. */
    private static boolean isOfTheConsole(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        return loader != null && loader.equals(Blame.class.getClassLoader().getName());
    }

    private static boolean waitsForTheDesktop(StackTraceElement top) {
        return top.isNativeMethod() && DESKTOP.stream().anyMatch(top.getClassName()::startsWith);
    }

    private static String where(StackTraceElement frame) {
        String call = frame.getClassName() + "." + frame.getMethodName();
        return frame.getFileName() == null || frame.getLineNumber() < 0
                ? call
                : call + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
