package dev.signalbox.host.order;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.Icon;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** An icon painted once into an image: a drawing costs more than all the rest of its cell. */
final class PaintedIcon implements Icon {
    private final Icon drawing;
    private @Nullable BufferedImage image;
    private double scale;

    // What its colours may depend on.
    private @Nullable LookAndFeel theme;
    private @Nullable Color foreground;

    PaintedIcon(Icon drawing) {
        this.drawing = drawing;
    }

    @Override
    public void paintIcon(Component cell, Graphics graphics, int x, int y) {
        if (!(graphics instanceof Graphics2D canvas)) {
            drawing.paintIcon(cell, graphics, x, y);
            return;
        }
        double itsScale = canvas.getTransform().getScaleX();
        LookAndFeel itsTheme = UIManager.getLookAndFeel();
        Color itsForeground = cell.getForeground();
        BufferedImage known = image;
        if (known == null || scale != itsScale || theme != itsTheme || !itsForeground.equals(foreground)) {
            known = drawn(cell, itsScale);
            image = known;
            scale = itsScale;
            theme = itsTheme;
            foreground = itsForeground;
        }
        if (itsScale == 1) {
            canvas.drawImage(known, x, y, null);
        } else {
            canvas.drawImage(known, x, y, getIconWidth(), getIconHeight(), null);
        }
    }

    @Override
    public int getIconWidth() {
        return drawing.getIconWidth();
    }

    @Override
    public int getIconHeight() {
        return drawing.getIconHeight();
    }

    private BufferedImage drawn(Component cell, double itsScale) {
        BufferedImage made = new BufferedImage(
                (int) Math.ceil(getIconWidth() * itsScale),
                (int) Math.ceil(getIconHeight() * itsScale),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = made.createGraphics();
        canvas.scale(itsScale, itsScale);
        drawing.paintIcon(cell, canvas, 0, 0);
        canvas.dispose();
        return made;
    }
}
