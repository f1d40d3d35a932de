package dev.signalbox.api;

/** Something a plug-in adds to the console. */
public interface Contribution {

    /**
     * The contribution's name, unique within its plug-in.
     *
     * @return a lower-case letter, then lower-case letters, digits and hyphens; at most 32 characters; always the same
     */
    String id();
}
