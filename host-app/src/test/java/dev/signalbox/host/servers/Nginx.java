package dev.signalbox.host.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * nginx, as one process.
 *
 * @param modules lines that load modules
 * @param around lines of the block {@code http}
 * @param inside lines of its one {@code server}
 */
record Nginx(String modules, String around, String inside) implements RealServer.Recipe {
    private static final String REQUESTS = "requests.log";

    static Nginx plain(String inside) {
        return new Nginx("", "", inside);
    }

    static Nginx withNchan(String around, String inside) {
        return new Nginx("load_module " + Program.NCHAN.path() + ";", around, inside);
    }

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public String readyWords() {
        return "event method";
    }

    @Override
    public String portTakenWords() {
        return "Address already in use";
    }

    @Override
    public List<String> prepare(Path directory, int port) throws IOException {
        Files.writeString(directory.resolve("nginx.conf"), """
                %s
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr notice;
                events { worker_connections 128; }
                http {
                  log_format resumed '$uri $status after $http_last_event_id, encoded $sent_http_content_encoding';
                  access_log %s resumed;
                  client_body_temp_path client-body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  %s
                  server {
                    listen 127.0.0.1:%d;
                    %s
                  }
                }
                """.formatted(
                        modules,
                        REQUESTS,
                        around.indent(2).strip(),
                        port,
                        inside.indent(4).strip()));
        return List.of(Program.NGINX.path().toString(), "-p", directory + "/", "-c", "nginx.conf", "-e", "stderr");
    }

    /** Waits until a request with these words has ended; nginx writes a line of each when it has. */
    static void awaitRequest(RealServer server, String words) {
        Path log = server.directory().resolve(REQUESTS);
        Awaitility.await("a request " + words)
                .until(() -> Files.readString(log).lines().anyMatch(line -> line.contains(words)));
    }
}
