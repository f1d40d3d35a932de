package dev.signalbox.host.shell;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Wires this package. Needs a WindowMemory and a DemoControl from elsewhere. */
public final class ShellModule extends AbstractModule {

    /** Makes the module. */
    public ShellModule() {}

    @Override
    protected void configure() {
        bind(MainWindow.class).in(Singleton.class);
        bind(WindowCommands.class).in(Singleton.class);
        bind(ConnectDialog.class).in(Singleton.class);
        bind(PreferencesDialog.class).in(Singleton.class);
        bind(StreamSwitch.class).in(Singleton.class);
        bind(StreamSetups.class).in(Singleton.class);
        bind(PanelArea.class).in(Singleton.class);
        bind(Panels.class).in(Singleton.class);
        bind(Notices.class).in(Singleton.class);
        bind(HostActions.class).in(Singleton.class);
    }
}
