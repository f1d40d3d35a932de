package dev.signalbox.sse.contract;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.Setting;
import java.io.IOException;
import java.util.List;

/** Serves the contract on the loopback addresses, for as long as the plug-in runs. */
@PluginDescriptor(id = "contract", name = "SSE contract service", version = "0.1.0", api = "1.0")
public final class ContractPlugin implements ConsolePlugin {
    private static final Setting<Integer> PORT = Setting.number("port", "Port to serve on", 8000, 0, 65_535);

    @Override
    public List<Setting<?>> settings() {
        return List.of(PORT);
    }

    @Override
    public void start(PluginContext context) throws IOException {
        ContractStreams streams = new ContractStreams(context);
        ContractService service = context.own(new ContractService(streams, context.log()));
        service.start(context.settings().get(PORT));
    }
}
