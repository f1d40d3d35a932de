package dev.signalbox.api;

/** An event that an {@link UpdateSource} emits. */
public sealed interface SourceEvent extends ConsoleEvent permits WorkEvent, WorkRemoved, Notice {

    /**
     * Where it came from.
     *
     * @return {@link UpdateSink#source()}
     */
    String source();

    /**
     * What kind of thing it speaks of, such as {@code orders} or {@code jobs}.
     *
     * @return the topic
     */
    String topic();
}
