package dev.signalbox.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.Contribution;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Notice;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.settings.SettingsCatalog;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsReading;
import dev.signalbox.host.settings.SettingsStore;
import java.awt.EventQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PluginsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Setting<String> WORD = Setting.text("word", "Word", "old");

    @TempDir
    Path directory;

    private final RecordingBus bus = new RecordingBus();
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void freeWhatHangs() {
        end.countDown();
    }

    @Test
    void startTellsWhetherAllStarted() throws Exception {
        assertThat(plugins(LONG).start(List.of(found("a", context -> {})))).isTrue();
        assertThat(plugins(LONG).start(List.of(found("b", context -> {}), found("c", context -> {
                    throw new IllegalStateException("no licence");
                }))))
                .isFalse();
    }

    @Test
    void contributionsGoLiveInOrderAfterStartHasReturned() throws Exception {
        plugins(LONG).start(List.of(found("a", context -> {
            context.contribute(new Thing("one"));
            context.contribute(new Thing("two"));
            story.add("started");
        })));

        assertThat(story).containsExactly("started", "live a/one", "live a/two");
        assertThat(bus.problems()).isEmpty();
    }

    @Test
    void aContributionTakenBackDuringStartNeverGoesLive() throws Exception {
        plugins(LONG).start(List.of(found("a", context -> {
            Subscription one = context.contribute(new Thing("one"));
            one.close();
            one.close();
            context.contribute(new Thing("one"));
        })));

        assertThat(story).containsExactly("live a/one");
    }

    @Test
    void whatIsContributedLaterGoesLiveAtOnce() throws Exception {
        CompletableFuture<PluginContext> kept = new CompletableFuture<>();
        plugins(LONG).start(List.of(found("a", kept::complete)));

        Subscription later = kept.join().contribute(new Thing("later"));
        assertThat(story).containsExactly("live a/later");
        later.close();
        later.close();
        assertThat(story).containsExactly("live a/later", "closed a/later");
    }

    @Test
    void stoppingClosesContributionsNewestFirstThenStopsThenClosesWhatIsOwnedNewestFirst() throws Exception {
        Plugins plugins = plugins(LONG);
        plugins.start(List.of(found("a", new ConsolePlugin() {
            @Override
            public void start(PluginContext context) {
                context.own(() -> story.add("owned 1"));
                context.contribute(new Thing("one"));
                context.own(() -> story.add("owned 2"));
                context.contribute(new Thing("two"));
            }

            @Override
            public void stop() {
                story.add("stop");
            }
        })));
        story.clear();
        plugins.stopAll();
        plugins.stopAll();

        assertThat(story).containsExactly("closed a/two", "closed a/one", "stop", "owned 2", "owned 1");
        assertThat(bus.problems()).isEmpty();
    }

    @Test
    void pluginsStartSideBySideAndStopNewestFirst() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Plugins plugins = plugins(LONG);
        plugins.start(List.of(found("a", stopping("a", together)), found("b", stopping("b", together))));

        assertThat(bus.problems()).isEmpty();
        plugins.stopAll();
        assertThat(story).containsExactly("stop b", "stop a");
    }

    @Test
    void aPluginThatThrowsLeavesNothingBehindAndTheOthersGoOn() throws Exception {
        for (Throwable failure : List.of(
                new IllegalStateException("no port"),
                new Exception("checked"),
                new NoClassDefFoundError("a/Missing"),
                new AssertionError("odd"))) {
            story.clear();
            bus.published.clear();
            Plugins plugins = plugins(LONG);
            plugins.start(List.of(
                    found("a", context -> {
                        context.contribute(new Thing("one"));
                        context.own(() -> story.add("owned"));
                        context.events().subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
                        sneak(failure);
                    }),
                    found("b", context -> context.contribute(new Thing("good")))));

            assertThat(story).as("%s", failure).containsExactlyInAnyOrder("owned", "live b/good");
            assertThat(bus.subscribed).isEmpty();
            assertThat(bus.problems())
                    .extracting(Problem::source, Problem::doing, Problem::cause)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "a", "starting the plug-in Plug-in a", failure.toString()));
            plugins.stopAll();
            assertThat(story).containsExactlyInAnyOrder("owned", "live b/good", "closed b/good");
        }
    }

    @Test
    void aPluginWhoseContributionIsRefusedLeavesNothingBehind() throws Exception {
        plugins(LONG).start(List.of(found("a", context -> {
            context.own(() -> story.add("owned"));
            context.contribute(new Thing("one"));
            context.contribute(new Thing("refused"));
            context.contribute(new Thing("three"));
        })));

        assertThat(story).containsExactly("live a/one", "closed a/one", "owned");
        assertThat(bus.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("no use for it"));
    }

    @Test
    void aPluginThatHangsIsSaidAndTheOthersGoOn() throws Exception {
        plugins(SHORT)
                .start(List.of(
                        found("a", context -> {
                            context.contribute(new Thing("never"));
                            context.own(() -> story.add("owned"));
                            awaitWithoutBeingInterrupted();
                        }),
                        found("b", context -> context.contribute(new Thing("good")))));

        assertThat(story).containsExactlyInAnyOrder("owned", "live b/good");
        assertThat(bus.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.doing()).isEqualTo("starting the plug-in Plug-in a");
            assertThat(problem.cause()).startsWith("it did not return within");
        });
    }

    @Test
    void aPluginThatHangsInStartMayContributeNothingAfterwards() throws Exception {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        plugins(SHORT).start(List.of(found("a", context -> {
            awaitWithoutBeingInterrupted();
            try {
                context.contribute(new Thing("late"));
            } catch (IllegalStateException said) {
                refused.set(said);
            }
        })));
        end.countDown();

        await().untilAsserted(() -> assertThat(refused.get()).hasMessage("the plug-in a is stopped"));
        assertThat(story).isEmpty();
    }

    @Test
    void manyThatHangTakeNoLongerThanOne() throws Exception {
        long before = System.nanoTime();
        plugins(Duration.ofSeconds(1))
                .start(java.util.stream.Stream.of("a", "b", "c", "d", "e", "f")
                        .map(id -> found(id, context -> awaitWithoutBeingInterrupted()))
                        .toList());

        assertThat(bus.problems()).hasSize(6);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aStopOrACloseThatFailsOrHangsStopsNeitherTheRestOfItNorTheOthers() throws Exception {
        Plugins plugins = plugins(SHORT);
        plugins.start(List.of(
                found("a", new ConsolePlugin() {
                    @Override
                    public void start(PluginContext context) {
                        context.own(() -> story.add("owned a"));
                    }

                    @Override
                    public void stop() {
                        throw new NoClassDefFoundError("gone");
                    }
                }),
                found("b", new ConsolePlugin() {
                    @Override
                    public void start(PluginContext context) {
                        context.own(() -> story.add("owned b"));
                        context.own(() -> {
                            throw new AssertionError("cannot close");
                        });
                    }

                    @Override
                    public void stop() {
                        awaitWithoutBeingInterrupted();
                    }
                }),
                found("c", context -> context.own(this::awaitWithoutBeingInterrupted))));
        plugins.stopAll();

        assertThat(story).containsExactly("owned b", "owned a");
        assertThat(bus.problems())
                .extracting(Problem::doing)
                .containsExactly(
                        "closing what the plug-in Plug-in c owned",
                        "stopping the plug-in Plug-in b",
                        "stopping the plug-in Plug-in a");
    }

    @Test
    void everyCallIntoAPluginSeesItsOwnLoader() throws Exception {
        SettingsStore store = store();
        Plugins plugins = new Plugins(bus, store, new Recorder(), LONG);
        plugins.start(List.of(found("a", new ConsolePlugin() {
            @Override
            public void start(PluginContext context) {
                seen("start");
                context.own(() -> seen("owned"));
                context.settings().onChange(WORD, word -> seen("change"));
            }

            @Override
            public void stop() {
                seen("stop");
            }
        })));
        onEdt(() -> store.choose(Map.of("a.word", "new")));
        plugins.stopAll();

        assertThat(story)
                .containsExactly(
                        "start plugin:a plugin-a",
                        "change plugin:a " + edtName(),
                        "stop plugin:a plugin-a",
                        "owned plugin:a plugin-a-close");
        assertThat(bus.subscribers).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("plug-in Plug-in a");
            assertThat(one.loader().getName()).isEqualTo("plugin:a");
            assertThat(one.host()).isFalse();
        });
    }

    @Test
    void aChangeThatAPluginCannotBearIsSaidInItsName() throws Exception {
        SettingsStore store = store();
        new Plugins(bus, store, new Recorder(), LONG)
                .start(List.of(found(
                        "a",
                        context -> context.settings().onChange(WORD, word -> {
                            throw new NoClassDefFoundError("gone");
                        }))));
        onEdt(() -> store.choose(Map.of("a.word", "new")));

        assertThat(bus.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo("a");
            assertThat(problem.doing()).isEqualTo("telling the plug-in Plug-in a that “Word” changed");
            assertThat(problem.cause()).contains("gone");
        });
    }

    @Test
    void contributingAfterTheStopIsRefusedAndWhatIsOwnedThenIsClosedAtOnce() throws Exception {
        CompletableFuture<PluginContext> kept = new CompletableFuture<>();
        Plugins plugins = plugins(LONG);
        plugins.start(List.of(found("a", kept::complete)));
        plugins.stopAll();

        assertThatIllegalStateException()
                .isThrownBy(() -> kept.join().contribute(new Thing("late")))
                .withMessage("the plug-in a is stopped");
        kept.join().own(() -> story.add("owned late"));
        kept.join().events().subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        assertThat(story).containsExactly("owned late");
        assertThat(bus.subscribed).isEmpty();
    }

    @Test
    void twoLiveContributionsMayNotShareAnId() throws Exception {
        CompletableFuture<PluginContext> kept = new CompletableFuture<>();
        plugins(LONG).start(List.of(found("a", kept::complete)));
        Subscription first = kept.join().contribute(new Thing("one"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kept.join().contribute(new Thing("one")))
                .withMessage("the plug-in a has a contribution one already");
        first.close();
        assertThatCode(() -> kept.join().contribute(new Thing("one"))).doesNotThrowAnyException();
    }

    @Test
    void aContributionRefusedLaterMayBeMadeAgainUnderItsId() throws Exception {
        CompletableFuture<PluginContext> kept = new CompletableFuture<>();
        plugins(LONG).start(List.of(found("a", kept::complete)));

        for (int i = 0; i < 2; i++) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kept.join().contribute(new Thing("refused")))
                    .withMessage("no use for it");
        }
    }

    @Test
    void subscriptionsAndListenersEndWithThePlugin() throws Exception {
        SettingsStore store = store();
        Plugins plugins = new Plugins(bus, store, new Recorder(), LONG);
        plugins.start(List.of(found("a", context -> {
            context.events().subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
            context.events()
                    .subscribe(ConnectionChanged.class, Delivery.UI, Replay.NONE, batch -> {})
                    .close();
            context.settings().onChange(WORD, story::add);
        })));
        assertThat(bus.subscribed).containsExactly(Notice.class);
        onEdt(() -> store.choose(Map.of("a.word", "first")));
        plugins.stopAll();
        onEdt(() -> store.choose(Map.of("a.word", "second")));

        assertThat(bus.subscribed).isEmpty();
        assertThat(story).containsExactly("first");
    }

    @Test
    void aPluginPublishesAndReadsItsSettingsThroughItsContext() throws Exception {
        Notice notice = new Notice("a/x", "topic", "title", "message", Instant.EPOCH);
        plugins(LONG).start(List.of(found("a", context -> {
            context.events().publish(List.of(notice));
            story.add(context.pluginId() + " " + context.settings().get(WORD));
            story.add(context.log().getName());
        })));

        assertThat(bus.published).containsExactly(notice);
        assertThat(story).containsExactly("a old", "plugin.a");
    }

    @Test
    void noThreadOfAPluginIsLeftAfterTheStop() throws Exception {
        Plugins plugins = plugins(LONG);
        plugins.start(List.of(found("leftover", context -> {})));
        plugins.stopAll();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("plugin-leftover")));
    }

    private record Thing(String id) implements Contribution {}

    private final class Recorder implements Contributions {
        @Override
        public Subscription goLive(StartedPlugin plugin, Contribution contribution) {
            if (contribution.id().equals("refused")) {
                throw new IllegalArgumentException("no use for it");
            }
            String name = plugin.id() + "/" + contribution.id();
            story.add("live " + name);
            return () -> story.add("closed " + name);
        }
    }

    private Plugins plugins(Duration stepDeadline) {
        return new Plugins(bus, store(), new Recorder(), stepDeadline);
    }

    private SettingsStore store() {
        SettingsCatalog catalog = SettingsCatalog.ofHost().with("a", List.of(WORD));
        return new SettingsStore(
                catalog,
                new SettingsReading(Map.of(), Map.of(), List.of(), List.of()),
                SettingsFiles.of(directory.resolve("settings.properties")));
    }

    private static FoundPlugin found(String id, ConsolePlugin plugin) {
        ClassLoader loader = new URLClassLoader("plugin:" + id, new URL[0], ClassLoader.getPlatformClassLoader());
        return new FoundPlugin(id, "Plug-in " + id, "1.0", plugin, loader, List.of());
    }

    private ConsolePlugin stopping(String id, CyclicBarrier together) {
        return new ConsolePlugin() {
            @Override
            public void start(PluginContext context) throws Exception {
                together.await(20, TimeUnit.SECONDS);
            }

            @Override
            public void stop() {
                story.add("stop " + id);
            }
        };
    }

    private void seen(String what) {
        Thread thread = Thread.currentThread();
        story.add(what + " " + thread.getContextClassLoader().getName() + " " + thread.getName());
    }

    private void awaitWithoutBeingInterrupted() {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException asOnlyAHangingPluginDoes) {
                // goes on hanging
            }
        }
    }

    private static String edtName() throws Exception {
        AtomicReference<String> name = new AtomicReference<>("");
        EventQueue.invokeAndWait(() -> name.set(Thread.currentThread().getName()));
        return String.valueOf(name.get());
    }

    private interface Task {
        void run() throws Exception;
    }

    private static void onEdt(Task task) throws Exception {
        EventQueue.invokeAndWait(() -> {
            try {
                task.run();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
