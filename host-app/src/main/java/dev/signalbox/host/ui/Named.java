package dev.signalbox.host.ui;

import javax.swing.JComponent;

/** Gives components the two names every interactive one has: a stable one for tests, and one for people. */
public final class Named {

    private Named() {}

    /**
     * Names a component.
     *
     * @param component the component
     * @param name stable, {@code area.thing}
     * @param accessibleName what a screen reader says
     * @param <C> its type
     * @return the component
     */
    public static <C extends JComponent> C as(C component, String name, String accessibleName) {
        component.setName(name);
        component.getAccessibleContext().setAccessibleName(accessibleName);
        return component;
    }
}
