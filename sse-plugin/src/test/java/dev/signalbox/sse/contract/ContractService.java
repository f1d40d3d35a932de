package dev.signalbox.sse.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a harness talks to. */
final class ContractService implements AutoCloseable {
    private static final String ABOUT = "{\"name\":\"signalbox\",\"capabilities\":[\"bom\",\"comments\",\"headers\","
            + "\"last-event-id\",\"post\",\"read-timeout\",\"report\",\"restart\",\"server-directed-shutdown-request\"]}";
    private static final String STREAMS = "/streams/";
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int THREADS = 4;
    private static final JsonFactory JSON = new JsonFactory();

    private final ContractStreams streams;
    private final System.Logger log;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "contract-service"));
    private final List<HttpServer> servers = new ArrayList<>();

    private record Answer(int status, String body) {}

    ContractService(ContractStreams streams, System.Logger log) {
        this.streams = streams;
        this.log = log;
    }

    void start(int port) throws IOException {
        int taken = listen("127.0.0.1", port);
        try {
            // what "localhost" means to a harness differs
            listen("::1", taken);
        } catch (IOException onlyOne) {
            log.log(System.Logger.Level.INFO, "there is no second loopback address to serve on: {0}", onlyOne);
        }
        log.log(System.Logger.Level.INFO, "serving on http://127.0.0.1:{0,number,#}", taken);
        System.out.println("The contract service is at http://127.0.0.1:" + taken);
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdown();
    }

    private int listen(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        answer(exchange);
        if (exchange.getRequestMethod().equals("DELETE")
                && exchange.getRequestURI().getPath().equals("/")) {
            // the console closes in order on its way out
            new Thread(() -> System.exit(0), "contract-service-quit").start();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES);
            String path = exchange.getRequestURI().getPath();
            Answer answer;
            try {
                answer = path.startsWith(STREAMS)
                        ? aboutStream(exchange, path.substring(STREAMS.length()), request)
                        : path.equals("/") ? aboutService(exchange, request) : new Answer(404, "there is no " + path);
            } catch (IllegalArgumentException wrong) {
                answer = new Answer(400, String.valueOf(wrong.getMessage()));
            }
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer aboutService(HttpExchange exchange, byte[] request) {
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                return new Answer(200, ABOUT);
            }
            case "POST" -> {
                String id = streams.open(StreamParameters.parse(request)).orElse("");
                if (id.isEmpty()) {
                    return new Answer(503, "too many streams are open");
                }
                String host = exchange.getRequestHeaders().getFirst("Host");
                exchange.getResponseHeaders().set("Location", "http://" + host + STREAMS + id);
                return new Answer(201, "");
            }
            case "DELETE" -> {
                return new Answer(204, "");
            }
            default -> {
                return new Answer(405, "GET, POST or DELETE");
            }
        }
    }

    private Answer aboutStream(HttpExchange exchange, String id, byte[] request) {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                if (!"restart".equals(command(request))) {
                    return new Answer(400, "the command is not restart");
                }
                return streams.restart(id) ? new Answer(202, "") : noStream(id);
            }
            case "DELETE" -> {
                return streams.close(id) ? new Answer(204, "") : noStream(id);
            }
            default -> {
                return new Answer(405, "POST or DELETE");
            }
        }
    }

    private static Answer noStream(String id) {
        return new Answer(404, "there is no stream " + id);
    }

    private static String command(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (name.equals("command")) {
                    return String.valueOf(parser.nextTextValue());
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return "";
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not valid JSON: " + malformed.getMessage(), malformed);
        }
    }
}
