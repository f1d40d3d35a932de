package dev.signalbox.host.shell;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import dev.signalbox.host.settings.FontChoice;
import dev.signalbox.host.settings.ThemeChoice;
import java.awt.Insets;
import java.util.Map;
import javax.swing.UIManager;

/** The console's look: FlatLaf, light or dark, with a dense table. EDT. */
public final class Theme {

    private Theme() {}

    /**
     * Puts a theme on, also on windows that are open.
     *
     * @param choice which
     * @param font in which font
     */
    public static void apply(ThemeChoice choice, FontChoice font) {
        if (font == FontChoice.INTER) {
            FlatInterFont.installLazy();
        }
        FlatLaf.setPreferredFontFamily(font == FontChoice.INTER ? FlatInterFont.FAMILY : null);
        FlatLaf.setGlobalExtraDefaults(Map.of(
                "@accentColor",
                "#2F7FD1",
                "Table.alternateRowColor",
                choice == ThemeChoice.DARK ? "lighten($Table.background,2%)" : "darken($Table.background,2%)"));
        if (choice == ThemeChoice.DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        UIManager.put("Table.cellMargins", new Insets(1, 6, 1, 6));
        UIManager.put("TableHeader.cellMargins", new Insets(2, 6, 2, 6));
        UIManager.put("Table.showVerticalLines", false);
        UIManager.put("Table.showHorizontalLines", false);
        UIManager.put("TitlePane.unifiedBackground", false);
        // A plug-in's own component asks its class loader for the look and feel's delegates, which that loader hides.
        UIManager.put("ClassLoader", Theme.class.getClassLoader());
        FlatLaf.updateUI();
    }
}
