package dev.signalbox.host.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of others that tests use where it is installed. */
enum Program {
    NGINX("nginx", "apt-get install nginx") {
        @Override
        Optional<Path> find() {
            return executable("nginx");
        }
    },
    NCHAN("the module nchan of nginx", "apt-get install libnginx-mod-nchan") {
        @Override
        Optional<Path> find() {
            return Stream.of("/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules")
                    .map(directory -> Path.of(directory, "ngx_nchan_module.so"))
                    .filter(Files::isReadable)
                    .findFirst();
        }
    },
    REDIS("redis-server", "apt-get install redis-server") {
        @Override
        Optional<Path> find() {
            return executable("redis-server");
        }
    },
    NODE("node", "apt-get install nodejs npm") {
        @Override
        Optional<Path> find() {
            return executable("node");
        }
    },
    BETTER_SSE("better-sse", "run .ci/servers") {
        @Override
        Optional<Path> find() {
            return Optional.of(installed().resolve("better-sse"))
                    .filter(directory -> Files.isDirectory(directory.resolve("node_modules/better-sse")));
        }
    };

    private final String title;
    private final String remedy;

    Program(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    abstract Optional<Path> find();

    /** Where it is, for a test that runs only where it is. */
    Path path() {
        return find().orElseThrow(() -> new IllegalStateException(missing()));
    }

    String missing() {
        return title + " is not installed: " + remedy;
    }

    /** Where {@code .ci/servers} puts what no package manager puts anywhere. */
    private static Path installed() {
        return Path.of(
                Objects.requireNonNull(System.getProperty("signalbox.test.servers"), "run by Failsafe: ./mvnw verify"));
    }

    /** Servers lie in directories that are not on the path of every user. */
    private static Optional<Path> executable(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
