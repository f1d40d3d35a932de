package com.example.jobs;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.api.WorkUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads lines such as {@code build-7 running compiling}, {@code build-7 done ok} and {@code build-7 failed disk full}. */
final class JobsSource implements UpdateSource {
    static final String TOPIC = "jobs";

    private final Path file;
    private final Set<String> jobs;

    JobsSource(Path file, Set<String> jobs) {
        this.file = file;
        this.jobs = jobs;
    }

    @Override
    public String id() {
        return "file";
    }

    @Override
    public String resumeScope() {
        return file.toString();
    }

    @Override
    public SessionEnd run(UpdateSink sink) throws Exception {
        if (!Files.isReadable(file)) {
            throw new FatalSourceException(file + " cannot be read.", "Check the setting jobs.file.");
        }
        sink.opened();
        if (!jobs.isEmpty()) {
            sink.watch(TOPIC, jobs);
        }
        long linesRead = Long.parseLong(sink.resumeToken().orElse("0"));
        while (!sink.cancelled()) {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<String> fresh = whole.lines().skip(linesRead).toList();
            if (fresh.isEmpty()) {
                sink.heartbeat();
            } else {
                sink.emit(updates(fresh, sink));
                linesRead += fresh.size();
                sink.checkpoint(Long.toString(linesRead));
            }
            Thread.sleep(1000);
        }
        return SessionEnd.finished("Stopped.");
    }

    private static List<WorkUpdate> updates(List<String> lines, UpdateSink sink) {
        List<WorkUpdate> updates = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            String step = words.length < 3 ? "" : words[1];
            switch (step) {
                case "running" -> updates.add(WorkUpdate.moving(sink.source(), TOPIC, words[0], words[2]));
                case "done" -> updates.add(WorkUpdate.done(sink.source(), TOPIC, words[0], words[2]));
                case "failed" -> updates.add(WorkUpdate.failed(sink.source(), TOPIC, words[0], words[2]));
                default -> sink.problem("reading a line of jobs", "It is no step of a job: " + line, "It was skipped.");
            }
        }
        return updates;
    }
}
