package dev.signalbox.host.shell;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.swing.JFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of the window from one run to the next: size, place, and whatever its panels want kept. Losing it
 * costs comfort only, so a damaged file is logged and ignored.
 */
public final class WindowMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final Dimension FIRST_SIZE = new Dimension(1180, 720);
    private static final Dimension LEAST_SIZE = new Dimension(560, 360);
    private static final long MOST_BYTES = 1 << 16;

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * Makes a memory.
     *
     * @param file where it is kept
     */
    public WindowMemory(Path file) {
        this.file = file;
    }

    void load() {
        try {
            if (Files.exists(file) && Files.size(file) <= MOST_BYTES) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
            }
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("{} cannot be read and is ignored", file, damaged);
        }
    }

    void save() {
        Properties properties = new Properties();
        properties.putAll(values);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
        } catch (IOException failure) {
            LOG.warn("{} cannot be written", file, failure);
        }
    }

    /** What a part of the window wants back. */
    Map<String, String> part(String name) {
        String prefix = name + ".";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    void keepPart(String name, Map<String, String> part) {
        String prefix = name + ".";
        values.keySet().removeIf(key -> key.startsWith(prefix));
        part.forEach((key, value) -> values.put(prefix + key, value));
    }

    void restore(JFrame frame) {
        frame.setMinimumSize(UIScale.scale(LEAST_SIZE));
        Rectangle bounds = bounds();
        if (bounds != null && onSomeScreen(bounds)) {
            frame.setBounds(bounds);
        } else {
            Dimension first = UIScale.scale(FIRST_SIZE);
            Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            frame.setSize(Math.min(first.width, screen.width), Math.min(first.height, screen.height));
            frame.setLocationRelativeTo(null);
        }
        if ("true".equals(values.get("frame.maximized"))) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    void keep(JFrame frame) {
        boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        values.put("frame.maximized", Boolean.toString(maximized));
        if (!maximized) {
            Rectangle bounds = frame.getBounds();
            values.put("frame.bounds", bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height);
        }
    }

    private @org.jspecify.annotations.Nullable Rectangle bounds() {
        String[] parts = values.getOrDefault("frame.bounds", "").split(" ", -1);
        try {
            return parts.length != 4
                    ? null
                    : new Rectangle(
                            Integer.parseInt(parts[0]),
                            Integer.parseInt(parts[1]),
                            Math.max(LEAST_SIZE.width, Integer.parseInt(parts[2])),
                            Math.max(LEAST_SIZE.height, Integer.parseInt(parts[3])));
        } catch (NumberFormatException garbage) {
            return null;
        }
    }

    /** A screen may have been unplugged since. */
    private static boolean onSomeScreen(Rectangle bounds) {
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(bounds);
            if (seen.width >= 200 && seen.height >= 100) {
                return true;
            }
        }
        return false;
    }
}
