package dev.signalbox.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.api.Setting;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real jars, compiled here. */
class PluginFinderTest {
    @TempDir
    Path directory;

    private final List<ClassLoader> loaders = new ArrayList<>();

    @AfterEach
    void closeTheJars() throws IOException {
        for (ClassLoader loader : loaders) {
            ((Closeable) loader).close();
        }
    }

    @Test
    void aDirectoryThatIsNotThereHoldsNoPlugins() {
        assertThat(PluginFinder.find(directory.resolve("none")))
                .isEqualTo(new PluginFinder.Result(List.of(), List.of()));
    }

    @Test
    void aPluginIsAJarOrAFolderOfJarsAndTheyComeById() throws IOException {
        PluginJar.plugin("zebra").writeTo(directory.resolve("a.jar"));
        PluginJar.plugin("ant").writeTo(directory.resolve("folder/plugin.jar"));
        new PluginJar().source("package lib; public class Library {}").writeTo(directory.resolve("folder/library.jar"));
        Files.writeString(directory.resolve("readme.txt"), "not a plug-in");
        PluginFinder.Result found = find();

        assertThat(found.refusals()).isEmpty();
        assertThat(found.plugins()).extracting(FoundPlugin::id).containsExactly("ant", "zebra");
        assertThat(found.plugins().get(1))
                .extracting(FoundPlugin::name, FoundPlugin::version)
                .containsExactly("Tried", "1.2.3");
    }

    @Test
    void aPluginAndItsLibrariesShareALoaderNamedAfterTheirPlace() throws Exception {
        PluginJar.plugin("tried").writeTo(directory.resolve("tried/plugin.jar"));
        new PluginJar().source("package lib; public class Library {}").writeTo(directory.resolve("tried/library.jar"));
        FoundPlugin plugin = findOne();

        assertThat(plugin.loader().getName()).isEqualTo("plugin:tried");
        assertThat(plugin.plugin().getClass().getClassLoader()).isSameAs(plugin.loader());
        assertThat(plugin.loader().loadClass("lib.Library").getClassLoader()).isSameAs(plugin.loader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.signalbox.api.ConsolePlugin",
                "dev.signalbox.api.ui.PanelContribution",
                "org.slf4j.Logger",
                "org.jspecify.annotations.Nullable",
                "javax.swing.JLabel",
                "java.net.http.HttpClient"
            })
    void theJdkTheApiAndSlf4jAreTheConsolesOwn(String shared) throws Exception {
        PluginJar.plugin("tried").writeTo(directory.resolve("tried.jar"));

        assertThat(findOne().loader().loadClass(shared)).isSameAs(Class.forName(shared));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.inject.Guice",
                "com.google.common.collect.ImmutableList",
                "com.formdev.flatlaf.FlatLaf",
                "picocli.CommandLine",
                "jakarta.inject.Inject",
                "dev.signalbox.host.plugin.Plugins",
                "dev.signalbox.host.settings.SettingsStore"
            })
    void everythingElseOfTheConsoleIsHidden(String hidden) throws Exception {
        PluginJar.plugin("tried").writeTo(directory.resolve("tried.jar"));
        ClassLoader loader = findOne().loader();

        assertThat(Class.forName(hidden)).isNotNull();
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> loader.loadClass(hidden));
        assertThat(loader.getResource(hidden.replace('.', '/') + ".class")).isNull();
    }

    @Test
    void thePluginsOwnVersionOfALibraryWins() throws Exception {
        PluginJar.plugin("tried")
                .source("package com.google.inject; public class Guice { public static int own; }")
                .writeTo(directory.resolve("tried.jar"));

        assertThat(findOne().loader().loadClass("com.google.inject.Guice").getField("own"))
                .isNotNull();
    }

    @Test
    void aPluginsOwnCopyOfTheApiIsPassedOver() throws Exception {
        PluginJar.plugin("tried")
                .source("package dev.signalbox.api; public class Fake {}")
                .writeTo(directory.resolve("tried.jar"));
        ClassLoader loader = findOne().loader();

        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> loader.loadClass("dev.signalbox.api.Fake"));
    }

    @Test
    void settingsAreKnownWithoutStarting() throws IOException {
        PluginJar.plugin("tried", "1.0", """
                        public List<Setting<?>> settings() {
                            return List.of(Setting.text("url", "Address", ""), Setting.text("loader",
                                Thread.currentThread().getContextClassLoader().getName(), ""));
                        }""").writeTo(directory.resolve("tried.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(findOne().settings()).extracting(Setting::key).containsExactly("url", "loader");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void thePluginsLoaderIsTheContextWhileItIsAsked() throws IOException {
        PluginJar.plugin("tried", "1.0", """
                        private final String made = Thread.currentThread().getContextClassLoader().getName();
                        public List<Setting<?>> settings() {
                            return List.of(Setting.text("made", made, ""), Setting.text("asked",
                                Thread.currentThread().getContextClassLoader().getName(), ""));
                        }""").writeTo(directory.resolve("tried.jar"));

        assertThat(findOne().settings()).extracting(Setting::label).containsOnly("plugin:tried");
    }

    @Test
    void aJarWithoutAServiceEntryIsRefused() throws IOException {
        new PluginJar().source("package a; public class A {}").writeTo(directory.resolve("bad.jar"));

        assertRefused(
                "bad.jar: it has no META-INF/services/dev.signalbox.api.ConsolePlugin that names a class of its own.");
    }

    @Test
    void anEntryThatNamesAMissingClassIsRefused() throws IOException {
        new PluginJar().service("a.Missing").writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: its service entry cannot be used: Provider a.Missing not found.");
    }

    @Test
    void anEntryThatNamesAnotherKindOfClassIsRefused() throws IOException {
        new PluginJar().source("package a; public class A {}").service("a.A").writeTo(directory.resolve("bad.jar"));

        assertThat(find().refusals()).singleElement().asString().contains("a.A not a subtype");
    }

    @Test
    void aPluginWithoutADescriptorIsRefused() throws IOException {
        new PluginJar()
                .source("package a; public class A implements dev.signalbox.api.ConsolePlugin {"
                        + " public void start(dev.signalbox.api.PluginContext context) {} }")
                .service("a.A")
                .writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: a.A has no @PluginDescriptor.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tried", "1tried", "tr ied", "tr_ied", "tr.ied", "a23456789012345678901234567890123"})
    void anIdThatIsNoLowerCaseWordIsRefused(String id) throws IOException {
        PluginJar.plugin(id).writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: its id '" + id + "' is not a lower-case word.");
    }

    @Test
    void theSecondOfTwoWithOneIdIsRefusedAndTheFirstStays() throws IOException {
        PluginJar.plugin("same").writeTo(directory.resolve("a.jar"));
        PluginJar.plugin("same").writeTo(directory.resolve("b.jar"));
        PluginFinder.Result found = find();

        assertThat(found.plugins()).extracting(one -> one.loader().getName()).containsExactly("plugin:a");
        assertThat(found.refusals()).containsExactly("b.jar: its id same is taken.");
    }

    @Test
    void theConsolesOwnPrefixIsTaken() throws IOException {
        PluginJar.plugin("console").writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: its id console is taken.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.99", "2.0", "0.9", "1", "one", "", "1.0.0"})
    void anApiThisConsoleDoesNotOfferIsRefused(String api) throws IOException {
        PluginJar.plugin("tried", api, "").writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: it was built against API " + api + " and this console offers 1.0.");
    }

    @Test
    void twoPluginsInAJarAreRefused() throws IOException {
        PluginJar.plugin("tried")
                .source("package a; public class A implements dev.signalbox.api.ConsolePlugin {"
                        + " public void start(dev.signalbox.api.PluginContext context) {} }")
                .service("a.A")
                .writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: it holds 2 plug-ins and may hold one.");
    }

    @Test
    void aBrokenJarIsRefusedAsOne() throws IOException {
        Files.writeString(directory.resolve("bad.jar"), "not a jar");

        assertThat(find().refusals())
                .singleElement()
                .asString()
                .startsWith("bad.jar: bad.jar cannot be read: ")
                .endsWith(".");
    }

    @Test
    void aTruncatedJarIsRefusedAsBroken() throws IOException {
        Path jar = directory.resolve("bad.jar");
        PluginJar.plugin("tried").writeTo(jar);
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(find().refusals()).singleElement().asString().startsWith("bad.jar: bad.jar cannot be read: ");
    }

    @Test
    void aFolderWithoutAJarIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("empty"));

        assertRefused("empty: there is no jar in it.");
    }

    @Test
    void aSettingDeclaredTwiceIsRefused() throws IOException {
        PluginJar.plugin("tried", "1.0", """
                        public List<Setting<?>> settings() {
                            return List.of(Setting.text("url", "A", ""), Setting.flag("url", "B", true));
                        }""").writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: it declares the setting url twice.");
    }

    @Test
    void settingsThatThrowAreRefusedWithTheirReason() throws IOException {
        PluginJar.plugin(
                        "tried",
                        "1.0",
                        "public List<Setting<?>> settings() { throw new AssertionError(\"no settings today\"); }")
                .writeTo(directory.resolve("bad.jar"));

        assertRefused("bad.jar: its code cannot be loaded: java.lang.AssertionError: no settings today.");
    }

    @Test
    void aStaticInitialiserThatThrowsIsRefusedWithItsReason() throws IOException {
        PluginJar.plugin("tried", "1.0", "static int x = Integer.parseInt(\"many\");")
                .writeTo(directory.resolve("bad.jar"));

        assertThat(find().refusals())
                .singleElement()
                .asString()
                .startsWith("bad.jar: its code cannot be loaded: ")
                .contains("java.lang.NumberFormatException: For input string: \"many\"");
    }

    @Test
    void aConstructorThatThrowsIsRefusedWithItsReason() throws IOException {
        PluginJar.plugin("tried", "1.0", "{ if (true) throw new IllegalStateException(\"not today\"); }")
                .writeTo(directory.resolve("bad.jar"));

        assertThat(find().refusals())
                .singleElement()
                .asString()
                .startsWith("bad.jar: its code cannot be loaded: ")
                .contains("java.lang.IllegalStateException: not today");
    }

    @Test
    void aMissingLibraryIsRefusedByName() throws IOException {
        Path library = directory.resolve("library.jar");
        PluginJar.plugin("tried", "1.0", "{ lib.Library.use(); }")
                .source("package lib; public class Library { public static void use() {} }")
                .writeTo(library);
        withoutEntry(library, "lib/Library.class", directory.resolve("bad.jar"));

        assertRefused("bad.jar: its code cannot be loaded: Provider tried.Tried could not be instantiated:"
                + " java.lang.NoClassDefFoundError: lib/Library.");
    }

    @Test
    void aClassFileForANewerJavaIsRefusedAsSuch() throws IOException {
        PluginJar.plugin("tried").classFileVersion(200).writeTo(directory.resolve("bad.jar"));

        assertThat(find().refusals())
                .singleElement()
                .asString()
                .startsWith("bad.jar: it was built for a newer Java than this one ("
                        + Runtime.version().feature() + "): tried/Tried has been compiled by a more recent version");
    }

    @Test
    void aRefusedPluginNeverStopsTheOthers() throws IOException {
        Files.writeString(directory.resolve("a.jar"), "not a jar");
        PluginJar.plugin("good").writeTo(directory.resolve("b.jar"));
        PluginJar.plugin("bad", "1.0", "static { if (true) throw new Error(\"no\"); }")
                .writeTo(directory.resolve("c.jar"));
        PluginFinder.Result found = find();

        assertThat(found.plugins()).extracting(FoundPlugin::id).containsExactly("good");
        assertThat(found.refusals()).hasSize(2);
    }

    private void assertRefused(String sentence) {
        PluginFinder.Result found = find();

        assertThat(found.plugins()).isEmpty();
        assertThat(found.refusals()).containsExactly(sentence);
    }

    private FoundPlugin findOne() {
        PluginFinder.Result found = find();

        assertThat(found.refusals()).isEmpty();
        assertThat(found.plugins()).hasSize(1);
        return found.plugins().get(0);
    }

    private PluginFinder.Result find() {
        PluginFinder.Result found = PluginFinder.find(directory);
        found.plugins().forEach(plugin -> loaders.add(plugin.loader()));
        return found;
    }

    private static void withoutEntry(Path jar, String entry, Path fresh) throws IOException {
        Files.move(jar, fresh);
        try (java.nio.file.FileSystem entries = java.nio.file.FileSystems.newFileSystem(fresh)) {
            Files.delete(entries.getPath(entry));
        }
    }
}
