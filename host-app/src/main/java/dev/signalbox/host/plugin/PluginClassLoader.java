package dev.signalbox.host.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads one plug-in. It sees the JDK, the API and SLF4J of the console, and its own jars; everything else of the console
 * is hidden, so that a plug-in may bring any version of any library. Its name stands in every stack trace of its classes.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of("dev.signalbox.api.", "org.slf4j.", "org.jspecify.");

    private final ClassLoader host;

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String name, URL[] jars, ClassLoader host) {
        super(name, jars, ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith) ? host.loadClass(name) : super.loadClass(name, resolve);
    }
}
