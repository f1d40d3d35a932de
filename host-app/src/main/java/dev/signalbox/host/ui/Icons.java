package dev.signalbox.host.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;

/**
 * The console's icons: SVG, drawn in the few palette colours FlatLaf maps to the theme ({@code #6E6E6E} grey,
 * {@code #389FD6} blue, {@code #59A869} green, {@code #EDA200} yellow, {@code #DB5860} red), so that they follow a switch
 * between light and dark.
 */
public final class Icons {

    private Icons() {}

    /**
     * An icon of 16 by 16.
     *
     * @param name the file's name without its ending, in {@code icons} beside this class
     * @return the icon
     */
    public static FlatSVGIcon of(String name) {
        return of(name, 16);
    }

    /**
     * An icon.
     *
     * @param name the file's name without its ending, in {@code icons} beside this class
     * @param size its width and height, before scaling to the screen
     * @return the icon
     * @throws IllegalArgumentException if there is no such icon
     */
    public static FlatSVGIcon of(String name, int size) {
        FlatSVGIcon icon = new FlatSVGIcon(
                "dev/signalbox/host/ui/icons/" + name + ".svg", size, size, Icons.class.getClassLoader());
        if (!icon.hasFound()) {
            throw new IllegalArgumentException("there is no icon " + name);
        }
        return icon;
    }
}
