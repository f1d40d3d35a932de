package dev.signalbox.host.order;

import java.util.List;

/**
 * How a change is written into bytes: a tag that says what it means, its time, then state, status and message. A text is
 * the number of a common word, or its length and itself with one to three bytes a character, so that half a surrogate pair
 * comes back as it was. A repeat stands behind the change it repeats: a tag, the time of the last, how many.
 */
final class ChangeForm {
    static final List<Meaning> MEANINGS = List.of(Meaning.values());
    static final int MEANING = 0x07;
    static final int REPEAT = 0x08;

    /** The time is twelve bytes, not eight: it lies before 1970 or centuries ahead. */
    static final int FAR_TIME = 0x10;

    static final int NANO_BITS = 30;
    static final long LAST_NEAR_SECOND = 1L << 33;

    /** In the number before a text: the number of a word follows, not a length. */
    static final int COMMON_WORD = 1;

    private ChangeForm() {}
}
