package dev.signalbox.host.servers;

import java.nio.file.Path;
import java.util.List;

/** Redis, which writes down what it is told before it says so: what it acknowledged survives a kill. */
record Redis() implements RealServer.Recipe {
    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String readyWords() {
        return "Ready to accept connections";
    }

    @Override
    public String portTakenWords() {
        return "Address already in use";
    }

    @Override
    public List<String> prepare(Path directory, int port) {
        return List.of(
                Program.REDIS.path().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--dir",
                directory.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
    }
}
