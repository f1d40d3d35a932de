package dev.signalbox.host.plugin;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.Setting;
import dev.signalbox.host.settings.HostSettings;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for plug-ins: each folder of the plug-in directory with jars in it, and each jar there, may hold one. */
public final class PluginFinder {
    /** The API this console offers. */
    public static final String API = "1.0";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern API_VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final Logger LOG = LoggerFactory.getLogger(PluginFinder.class);

    private PluginFinder() {}

    /**
     * What was found.
     *
     * @param plugins the plug-ins, by id
     * @param refusals a sentence for each that cannot be used
     */
    public record Result(List<FoundPlugin> plugins, List<String> refusals) {}

    /**
     * Looks into a directory.
     *
     * @param directory where plug-ins are; need not exist
     * @return what was found
     */
    public static Result find(Path directory) {
        List<FoundPlugin> plugins = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(HostSettings.PREFIX));
        for (Path place : places(directory, refusals)) {
            try {
                plugins.add(load(place, taken));
            } catch (PluginRefusedException refused) {
                refusals.add(place.getFileName() + ": " + refused.getMessage() + ".");
                LOG.warn("plug-in in {} refused", place, refused);
            }
        }
        plugins.sort(Comparator.comparing(FoundPlugin::id));
        return new Result(List.copyOf(plugins), List.copyOf(refusals));
    }

    private static List<Path> places(Path directory, List<String> refusals) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(path -> Files.isDirectory(path) || isJar(path))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            refusals.add(directory + ": the directory cannot be read: " + unreadable.getMessage() + ".");
            return List.of();
        }
    }

    private static FoundPlugin load(Path place, Set<String> taken) throws PluginRefusedException {
        String folder = place.getFileName().toString().replaceFirst("\\.jar$", "");
        PluginClassLoader loader =
                new PluginClassLoader("plugin:" + folder, jars(place), PluginFinder.class.getClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            FoundPlugin plugin = check(loader);
            if (!taken.add(plugin.id())) {
                throw new PluginRefusedException("its id " + plugin.id() + " is taken");
            }
            return plugin;
        } catch (PluginRefusedException said) {
            close(loader);
            throw said;
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable failure) {
            close(loader);
            throw new PluginRefusedException(reason(failure), failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof UnsupportedClassVersionError) {
            return "it was built for a newer Java than this one ("
                    + Runtime.version().feature() + "): " + failure.getMessage();
        }
        return "its code cannot be loaded: " + unwrapped(failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ExceptionInInitializerError && cause != null ? cause : failure;
    }

    private static FoundPlugin check(PluginClassLoader loader) throws PluginRefusedException {
        List<ConsolePlugin> own = new ArrayList<>();
        try {
            for (ServiceLoader.Provider<ConsolePlugin> provider :
                    ServiceLoader.load(ConsolePlugin.class, loader).stream().toList()) {
                if (provider.type().getClassLoader() == loader) {
                    own.add(provider.get());
                }
            }
        } catch (ServiceConfigurationError wrong) {
            String why = String.valueOf(wrong.getMessage()).replace(ConsolePlugin.class.getName() + ": ", "");
            throw new PluginRefusedException(
                    wrong.getCause() == null
                            ? "its service entry cannot be used: " + why
                            : "its code cannot be loaded: " + why + ": " + unwrapped(wrong.getCause()),
                    wrong);
        }
        if (own.size() != 1) {
            throw new PluginRefusedException(
                    own.isEmpty()
                            ? "it has no META-INF/services/" + ConsolePlugin.class.getName()
                                    + " that names a class of its own"
                            : "it holds " + own.size() + " plug-ins and may hold one");
        }
        return check(own.get(0), loader);
    }

    private static FoundPlugin check(ConsolePlugin plugin, ClassLoader loader) throws PluginRefusedException {
        PluginDescriptor descriptor = plugin.getClass().getAnnotation(PluginDescriptor.class);
        if (descriptor == null) {
            throw new PluginRefusedException(plugin.getClass().getName() + " has no @PluginDescriptor");
        }
        if (!ID.matcher(descriptor.id()).matches()) {
            throw new PluginRefusedException("its id '" + descriptor.id() + "' is not a lower-case word");
        }
        if (!offers(descriptor.api())) {
            throw new PluginRefusedException(
                    "it was built against API " + descriptor.api() + " and this console offers " + API);
        }
        List<Setting<?>> settings = List.copyOf(plugin.settings());
        Set<String> keys = new HashSet<>();
        for (Setting<?> setting : settings) {
            if (!keys.add(setting.key())) {
                throw new PluginRefusedException("it declares the setting " + setting.key() + " twice");
            }
        }
        return new FoundPlugin(descriptor.id(), descriptor.name(), descriptor.version(), plugin, loader, settings);
    }

    /** Same major, and a minor not above ours. */
    private static boolean offers(String wanted) {
        Matcher theirs = API_VERSION.matcher(wanted);
        Matcher ours = API_VERSION.matcher(API);
        return theirs.matches()
                && ours.matches()
                && theirs.group(1).equals(ours.group(1))
                && Integer.parseInt(theirs.group(2)) <= Integer.parseInt(ours.group(2));
    }

    private static URL[] jars(Path place) throws PluginRefusedException {
        if (isJar(place)) {
            return new URL[] {url(place)};
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> jars = files.filter(PluginFinder::isJar).sorted().toList();
            if (jars.isEmpty()) {
                throw new PluginRefusedException("there is no jar in it");
            }
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = url(jars.get(i));
            }
            return urls;
        } catch (IOException unreadable) {
            throw new PluginRefusedException("it cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A class loader passes over a jar it cannot read without a word; this one says so. */
    private static URL url(Path jar) throws PluginRefusedException {
        try (JarFile readable = new JarFile(jar.toFile())) {
            LOG.debug("{} has {} entries", readable.getName(), readable.size());
            return jar.toUri().toURL();
        } catch (IOException broken) {
            throw new PluginRefusedException(jar.getFileName() + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".jar");
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException failure) {
            LOG.debug("closing {} failed", loader.getName(), failure);
        }
    }
}
