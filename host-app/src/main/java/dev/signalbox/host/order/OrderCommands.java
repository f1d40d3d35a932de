package dev.signalbox.host.order;

import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import java.util.List;

/** What can be done in the order panel, in the order menus offer it. */
record OrderCommands(
        Command find,
        Command copy,
        Command failures,
        Command details,
        Command columns,
        Command pause,
        Command copyHistory,
        Command copyHistoryAsJson,
        Command export) {
    static final String FIND_SHORTCUT = "menu F";
    static final String PAUSE_ICON = "pause-view";
    static final String RESUME_ICON = "resume-view";

    static OrderCommands of(
            Texts texts,
            Runnable find,
            Runnable copy,
            Runnable failures,
            Runnable details,
            Runnable columns,
            Runnable pause,
            Runnable copyHistory,
            Runnable copyHistoryAsJson,
            Runnable export) {
        return new OrderCommands(
                Command.of("orders.find", texts.get("command.find"), "search", FIND_SHORTCUT, find),
                Command.of("orders.copy", texts.get("command.copy"), "copy", "menu C", copy),
                Command.of("orders.show-failures", texts.get("command.failures"), "failures", "menu E", failures),
                Command.of("orders.toggle-details", texts.get("command.details"), "details", "menu D", details),
                Command.of("orders.sort-columns", texts.get("command.columns"), "", "menu K", columns),
                Command.of("orders.pause-view", texts.get("command.pause"), PAUSE_ICON, "menu shift V", pause),
                Command.of(
                        "orders.copy-history", texts.get("command.copy-history"), "copy", "menu shift C", copyHistory),
                Command.of(
                        "orders.copy-history-as-json",
                        texts.get("command.copy-history-as-json"),
                        "copy-json",
                        "menu shift J",
                        copyHistoryAsJson),
                Command.of("orders.export", texts.get("command.export"), "export", "menu shift E", export));
    }

    List<Command> all() {
        return List.of(find, copy, failures, details, columns, pause, export, copyHistory, copyHistoryAsJson);
    }

    /** What the tool bar offers beside the search field. */
    List<Command> tools() {
        return List.of(pause, copy, export, failures, details);
    }

    /** What the details offer. */
    List<Command> ofHistory() {
        return List.of(copyHistory, copyHistoryAsJson);
    }
}
