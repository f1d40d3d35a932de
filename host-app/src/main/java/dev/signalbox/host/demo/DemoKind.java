package dev.signalbox.host.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stories that come with the console. */
public enum DemoKind {
    /** About a minute: 24 orders move, the connection breaks once, two orders fail, all settle. */
    STORY {
        @Override
        public DemoStory story(long seed) {
            return new SettlingStory(seed);
        }
    },
    /** Orders move for ever; some fail and recover. Never are all settled. */
    ENDLESS {
        @Override
        public DemoStory story(long seed) {
            return new RoundsStory(seed, 40, 1001, 2, Duration.ofMillis(250), 12);
        }
    },
    /** 1,000 updates a second on 10,000 orders, for ever. Never are all settled. */
    STORM {
        @Override
        public DemoStory story(long seed) {
            return new RoundsStory(seed, 10_000, 10_001, 2, Duration.ofMillis(2), 1000);
        }
    };

    /** The seed of the story that the guides and the pictures show. */
    public static final long USUAL_SEED = 7;

    /**
     * The story.
     *
     * @param seed the same seed gives the same story
     * @return the story
     */
    public abstract DemoStory story(long seed);

    /**
     * Finds a story by the word it has on the command line.
     *
     * @param word such as {@code endless}
     * @return the story, or empty when there is none of that name
     */
    public static Optional<DemoKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /**
     * The words for all stories.
     *
     * @return the words, in a row
     */
    public static String words() {
        return Stream.of(values()).map(DemoKind::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
