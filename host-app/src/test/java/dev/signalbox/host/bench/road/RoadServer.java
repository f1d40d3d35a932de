package dev.signalbox.host.bench.road;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves one event stream on the loopback and sends as it is told on standard input:
 *
 * <ul>
 *   <li>{@code clock} answers with {@link System#nanoTime},
 *   <li>{@code send <orders a second> <milliseconds>} sends that long and answers with what it {@linkplain Sent sent},
 *   <li>{@code last} answers with a {@link LastWord} a line, and an empty line.
 * </ul>
 *
 * It says its port first and ends when its standard input does, so it never outlives who started it.
 */
final class RoadServer {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    private static final int WRITE_BYTES = 32 * 1024;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final OrderStream stream;
    private final int ordersPerMessage;
    private final OutputStream out;

    private RoadServer(OrderStream stream, int ordersPerMessage, OutputStream out) {
        this.stream = stream;
        this.ordersPerMessage = ordersPerMessage;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        int orders = Integer.parseInt(arguments[0]);
        int ordersPerMessage = Integer.parseInt(arguments[1]);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            try (Socket client = server.accept()) {
                OutputStream out = answer(client);
                OrderStream stream = new OrderStream(orders, ordersPerMessage, WRITE_BYTES);
                new RoadServer(stream, ordersPerMessage, out).obey(commands);
            }
        }
    }

    private static OutputStream answer(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        BufferedReader request = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            // whatever is asked for, there is one stream
        }
        OutputStream out = client.getOutputStream();
        out.write(HEAD.getBytes(US_ASCII));
        out.flush();
        return out;
    }

    private void obey(BufferedReader commands) throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] command = line.split(" ", 3);
            switch (command[0]) {
                case "clock" -> System.out.println(System.nanoTime());
                case "send" ->
                    System.out.println(send(Long.parseLong(command[1]), Long.parseLong(command[2]))
                            .line());
                case "last" -> {
                    StringBuilder words = new StringBuilder();
                    stream.lastWords().forEach(word -> words.append(word.line()).append('\n'));
                    System.out.println(words);
                }
                default -> throw new IOException("There is no command " + line + ".");
            }
        }
    }

    private Sent send(long ordersPerSecond, long millis) throws IOException {
        long cpuBefore = PROCESS.getProcessCpuTime();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
        Pace pace = new Pace(begin, ordersPerSecond, ordersPerMessage);
        long planned = pace.due(end);
        long sent = 0;
        long longest = 0;
        for (long now = begin; now < end; now = System.nanoTime()) {
            long due = Math.min(planned, pace.due(now));
            while (sent < due && stream.waiting() < WRITE_BYTES) {
                stream.append(System.nanoTime());
                sent++;
            }
            if (stream.waiting() > 0) {
                longest = Math.max(longest, flush());
            } else {
                LockSupport.parkNanos(Math.min(end - now, Math.max(TICK_NANOS, pace.nanosUntil(sent + 1, now))));
            }
        }
        return new Sent(
                sent * ordersPerMessage,
                planned * ordersPerMessage,
                longest / 1e6,
                (PROCESS.getProcessCpuTime() - cpuBefore) / 1e9);
    }

    private long flush() throws IOException {
        long before = System.nanoTime();
        stream.flush(out);
        return System.nanoTime() - before;
    }
}
