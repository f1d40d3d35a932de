package dev.signalbox.sse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;

/**
 * Runs one subject on one case, as it is told on standard input: {@code <feed> <milliseconds> <port>} reads one stream for
 * about so long and answers with what it took. Ends when its standard input does.
 */
final class BenchWorker {
    private final Payload payload;
    private final Subject subject;
    private double eventsPerSecond;
    private String lastFeed = "";

    private BenchWorker(Payload payload, Subject subject) {
        this.payload = payload;
        this.subject = subject;
    }

    public static void main(String[] arguments) throws Exception {
        Payload payload = Payload.of(arguments[0]);
        BenchWorker worker = new BenchWorker(payload, Subject.named(arguments[1], payload));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] command = line.split(" ", 3);
            System.out.println(worker.run(command[0], Long.parseLong(command[1]), Integer.parseInt(command[2]))
                    .line());
        }
        // the client of a peer keeps threads of its own
        System.exit(0);
    }

    private Sample run(String feed, long millis, int port) throws Exception {
        boolean first = !feed.equals(lastFeed);
        if (first) {
            lastFeed = feed;
            // every character is checked once, before time counts
            measure(feed, 1, port, new Tally(true));
        }
        long blocks = Math.max(1, Math.round(eventsPerSecond * millis / 1_000 / payload.events()));
        return measure(feed, blocks, port, new Tally(false));
    }

    private Sample measure(String feed, long blocks, int port, Tally tally) throws Exception {
        System.gc();
        Usage before = new Usage();
        long start = System.nanoTime();
        if (feed.equals("memory")) {
            subject.fromMemory(new RepeatedBytes(payload.body(), blocks), tally);
        } else {
            subject.overHttp(URI.create("http://127.0.0.1:" + port + "/" + blocks), tally);
        }
        long nanos = System.nanoTime() - start;
        Usage after = new Usage();
        String wrong = tally.differenceFrom(payload.expected(), blocks, subject.reads());
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("It read something else than was sent: " + wrong);
        }
        double events = tally.events();
        eventsPerSecond = events / nanos * 1e9;
        return new Sample(eventsPerSecond, after.cpuNanosSince(before) / events, after.bytesSince(before) / events);
    }
}
