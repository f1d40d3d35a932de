package dev.signalbox.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsolePlugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A real jar, compiled from sources that see the api alone. */
public final class PluginJar {
    private static final Pattern NAME =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface) (\\w+)", Pattern.DOTALL);

    private final List<String> sources = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private int classFileVersion;

    /** A plug-in that does nothing, of this id, whose class body and annotation can be given. */
    public static PluginJar plugin(String id) {
        return plugin(id, "1.0", "");
    }

    public static PluginJar plugin(String id, String api, String body) {
        return new PluginJar().source("""
                        package tried;
                        import dev.signalbox.api.*;
                        import java.util.*;
                        @PluginDescriptor(id = "%s", name = "Tried", version = "1.2.3", api = "%s")
                        public class Tried implements ConsolePlugin {
                            public void start(PluginContext context) {}
                            %s
                        }
                        """.formatted(id, api, body)).service("tried.Tried");
    }

    public PluginJar source(String source) {
        sources.add(source);
        return this;
    }

    public PluginJar service(String line) {
        services.add(line);
        return this;
    }

    /** Marks every class as made for another Java; 61 is 17. */
    public PluginJar classFileVersion(int version) {
        classFileVersion = version;
        return this;
    }

    public void writeTo(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        compile(classes);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            if (!services.isEmpty()) {
                entries.putNextEntry(new JarEntry("META-INF/services/" + ConsolePlugin.class.getName()));
                entries.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                entries.write(bytes(file));
            }
        }
        delete(classes);
    }

    private byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (classFileVersion > 0) {
            bytes[7] = (byte) classFileVersion;
        }
        return bytes;
    }

    private void compile(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", place(ConsolePlugin.class));
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        sources.stream().map(Source::new).toList())
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + path(text)), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String path(String text) {
            Matcher matcher = NAME.matcher(text);
            assertThat(matcher.find()).isTrue();
            return matcher.group(1).replace('.', '/') + "/" + matcher.group(2) + ".java";
        }
    }
}
