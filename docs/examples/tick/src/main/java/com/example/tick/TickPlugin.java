package com.example.tick;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.WorkUpdate;
import java.util.List;

@PluginDescriptor(id = "tick", name = "Ticks", version = "1.0.0", api = "1.0")
public final class TickPlugin implements ConsolePlugin {
    @Override
    public void start(PluginContext context) {
        context.contribute(new TickSource());
    }
}

final class TickSource implements UpdateSource {
    @Override
    public String id() {
        return "clock";
    }

    @Override
    public SessionEnd run(UpdateSink sink) throws InterruptedException {
        sink.opened();
        for (int tick = 1; !sink.cancelled(); tick++) {
            sink.emit(List.of(WorkUpdate.moving(sink.source(), "ticks", "TICK-1", "tick " + tick)));
            Thread.sleep(1000);
        }
        return SessionEnd.finished("The clock was stopped.");
    }
}
