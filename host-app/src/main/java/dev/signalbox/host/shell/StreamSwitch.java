package dev.signalbox.host.shell;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.host.source.Sources;
import jakarta.inject.Inject;

/** Turns the console from one stream to another. EDT. */
final class StreamSwitch {
    private final Sources sources;
    private final DemoControl demo;

    @Inject
    StreamSwitch(Sources sources, DemoControl demo) {
        this.sources = sources;
        this.demo = demo;
    }

    void leaveDemo() {
        demo.stop();
    }

    /** Connects what does not start by itself. */
    void connect() {
        sources.controls().stream()
                .filter(control -> control.state() == ConnectionState.IDLE)
                .forEach(dev.signalbox.api.SourceControl::connect);
    }
}
