package dev.signalbox.host.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package, from the resource bundle {@code texts} beside its classes. Patterns are those of
 * {@link MessageFormat}, also without arguments: an apostrophe is written twice.
 */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The words of a package.
     *
     * @param neighbour a class of the package
     * @return its words, in the user's language where there is a translation
     */
    public static Texts of(Class<?> neighbour) {
        return new Texts(ResourceBundle.getBundle(
                neighbour.getPackageName() + ".texts", Locale.getDefault(), neighbour.getClassLoader()));
    }

    /**
     * One text.
     *
     * @param key its key
     * @param arguments what its places {0}, {1} … hold
     * @return the text
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(arguments);
    }
}
