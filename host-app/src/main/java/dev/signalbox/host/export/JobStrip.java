package dev.signalbox.host.export;

import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import java.io.IOException;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A line that shows how a piece of work goes, lets it be cancelled, and then says what came of it. Not there while there is
 * nothing to say: good news goes by itself, bad news stays until it is closed. One piece of work at a time. EDT.
 */
public final class JobStrip extends JPanel {
    private static final Texts TEXTS = Texts.of(JobStrip.class);
    private static final int LOOK_MILLIS = 50;
    private static final int GOOD_NEWS_MILLIS = 10_000;
    private static final long TIDY_UP_MILLIS = 1_000;

    private final PlainLabel words = new PlainLabel();
    private final JProgressBar bar = new JProgressBar();
    private final PlainLabel count = new PlainLabel();
    private final JButton cancel;
    private final JButton close;
    private final transient Timer looking = new Timer(LOOK_MILLIS, event -> look());
    private final transient Timer goodNews = new Timer(GOOD_NEWS_MILLIS, event -> rest());
    private transient @Nullable Running<?> running;

    /** A job and what is to be done with what comes of it. */
    private record Running<T>(Job<T> job, int total, Consumer<? super T> done, Consumer<? super IOException> failed) {

        void end(Runnable cancelled) {
            T result = job.result();
            IOException failure = job.failure();
            if (result != null) {
                done.accept(result);
            } else if (failure != null) {
                failed.accept(failure);
            } else {
                cancelled.run();
            }
        }
    }

    /**
     * Makes the line; nothing is to be seen of it yet.
     *
     * @param name what the names of its parts begin with
     */
    public JobStrip(String name) {
        super(new MigLayout("insets 3 12 3 8, fillx, gap 8, hidemode 3", "[grow 0, shrink]push[][][][]", "[center]"));
        setName(name);
        cancel = button(name, "cancel", this::cancel);
        close = button(name, "close", this::rest);
        words.setName(name + ".words");
        count.setName(name + ".count");
        Named.as(bar, name + ".bar", TEXTS.get("job.bar"));
        add(words, "wmin 0");
        add(count);
        add(bar, "w 60:160:160");
        add(cancel);
        add(close);
        goodNews.setRepeats(false);
        registerKeyboardAction(event -> escape(), KeyStroke.getKeyStroke("ESCAPE"), WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        setVisible(false);
    }

    /** The line above follows the theme. */
    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Separator.foreground")));
    }

    /**
     * Begins a piece of work and returns at once.
     *
     * @param doing what the operator reads meanwhile
     * @param total how many steps it has
     * @param work on a thread of its own
     * @param done with what came of it, on the EDT
     * @param failed with why nothing came of it, on the EDT
     * @param <T> what comes of it
     * @return false when another is still under way
     */
    public <T> boolean run(
            String doing, int total, Work<T> work, Consumer<? super T> done, Consumer<? super IOException> failed) {
        if (running != null) {
            return false;
        }
        Job<T> job = new Job<>(work);
        running = new Running<>(job, total, done, failed);
        say(doing, null);
        bar.setMaximum(Math.max(1, total));
        appear(true);
        job.start();
        look();
        looking.start();
        return true;
    }

    /**
     * Good news, which goes by itself. While work is under way it is not shown.
     *
     * @param text what the operator reads
     */
    public void tell(String text) {
        if (running == null) {
            say(text, null);
            appear(false);
            goodNews.restart();
        }
    }

    /**
     * Bad news, which stays until it is closed or something else is said.
     *
     * @param text what the operator reads
     */
    public void warn(String text) {
        if (running == null) {
            say(text, Tone.BAD);
            appear(false);
            goodNews.stop();
        }
    }

    /** Cancels what is under way and gives it a moment to tidy up. */
    public void dispose() {
        looking.stop();
        goodNews.stop();
        Running<?> last = running;
        running = null;
        if (last != null) {
            last.job().cancel();
            last.job().join(TIDY_UP_MILLIS);
        }
    }

    private void look() {
        Running<?> now = running;
        if (now == null) {
            looking.stop();
            return;
        }
        if (now.job().ended()) {
            looking.stop();
            running = null;
            now.end(() -> tell(TEXTS.get("job.cancelled")));
            return;
        }
        bar.setValue(now.job().done());
        count.setText(TEXTS.get("job.count", now.job().done(), now.total()));
    }

    private void cancel() {
        if (running != null) {
            running.job().cancel();
        }
    }

    private void escape() {
        if (running == null) {
            rest();
        } else {
            cancel();
        }
    }

    private void rest() {
        if (running == null) {
            setVisible(false);
        }
    }

    private void say(String text, @Nullable Tone tone) {
        words.setText(text);
        words.setToolTipText(text);
        words.setForeground(tone == null ? null : tone.color());
    }

    private void appear(boolean underWay) {
        bar.setVisible(underWay);
        count.setVisible(underWay);
        cancel.setVisible(underWay);
        close.setVisible(!underWay);
        setVisible(true);
        revalidate();
    }

    private static JButton button(String name, String key, Runnable deed) {
        String words = TEXTS.get("job." + key);
        JButton button = Named.as(new JButton(words), name + "." + key, words);
        button.addActionListener(event -> deed.run());
        return button;
    }
}
