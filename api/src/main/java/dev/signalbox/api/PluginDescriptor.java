package dev.signalbox.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who a plug-in is; required on the class that implements {@link ConsolePlugin}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginDescriptor {

    /**
     * The plug-in's unique name in settings, logs and event sources.
     *
     * @return a lower-case letter, then lower-case letters, digits and hyphens; at most 32 characters
     */
    String id();

    /**
     * The name an operator reads.
     *
     * @return a few words of plain text
     */
    String name();

    /**
     * The plug-in's own version.
     *
     * @return dot-separated numbers, such as {@code 1.4.0}
     */
    String version();

    /**
     * The version of this API the plug-in was built against: same major as the console's, minor not above it.
     *
     * @return {@code major.minor}, such as {@code 1.0}
     */
    String api();
}
