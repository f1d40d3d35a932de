package dev.signalbox.host.app;

import dev.signalbox.host.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.Path;

/** Plug-ins made for a test out of what they do when they start. */
final class StartedWith {

    private StartedWith() {}

    /** A source's statements as a contribution; it has {@code sink} and ends by returning a {@code SessionEnd}. */
    static String source(String id, String session) {
        return """
                context.contribute(new UpdateSource() {
                    public String id() { return "%s"; }
                    public SessionEnd run(UpdateSink sink) throws Exception { %s }
                });
                """.formatted(id, session);
    }

    /** Writes the plug-in; {@code start} has the {@code context}. */
    static void plugin(Path directory, String id, String start) throws IOException {
        new PluginJar().source("""
                        package tried;
                        import dev.signalbox.api.*;
                        import dev.signalbox.api.ui.*;
                        import java.util.*;
                        @PluginDescriptor(id = "%s", name = "Tried", version = "1.0.0", api = "1.0")
                        public class Tried implements ConsolePlugin {
                            public void start(PluginContext context) throws Exception {
                                %s
                            }
                        }
                        """.formatted(id, start)).service("tried.Tried").writeTo(directory.resolve(id + ".jar"));
    }
}
