package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The console's health in words. */
final class HealthWords {
    /** Below this nobody sees it. */
    static final Duration LAG_WORTH_SAYING = Duration.ofMillis(100);

    private static final Texts TEXTS = Texts.of(HealthWords.class);

    private HealthWords() {}

    /** The whole answer, as one sentence. */
    static String sentence(Health health) {
        String shown = health.merging() ? TEXTS.get("health.one-of", health.perShown()) : TEXTS.get("health.every");
        String lag = lags(health) ? TEXTS.get("health.lag", seconds(health.lag())) : TEXTS.get("health.no-lag");
        return TEXTS.get("health.sentence", shown, lag, losses(health.losses()));
    }

    /** For the status bar: only what is worth saying, which may be nothing. */
    static String brief(Health health) {
        List<String> parts = new ArrayList<>();
        if (health.merging()) {
            parts.add(TEXTS.get("brief.one-of", health.perShown()));
        }
        if (lags(health)) {
            parts.add(TEXTS.get("health.lag", seconds(health.lag())));
        }
        if (parts.isEmpty() && health.updatesPerSecond() > 0) {
            parts.add(rate(health));
        }
        return String.join(TEXTS.get("brief.between"), parts);
    }

    static String rate(Health health) {
        return TEXTS.get("health.rate", health.updatesPerSecond());
    }

    private static String losses(Health.Losses losses) {
        if (losses.none()) {
            return TEXTS.get("health.no-loss");
        }
        List<String> parts = new ArrayList<>();
        if (losses.letGo() > 0) {
            parts.add(TEXTS.get("health.let-go", losses.letGo()));
        }
        if (losses.unheard() > 0) {
            parts.add(TEXTS.get("health.unheard", losses.unheard()));
        }
        return String.join(", ", parts);
    }

    static boolean lags(Health health) {
        return health.lag().compareTo(LAG_WORTH_SAYING) > 0;
    }

    private static String seconds(Duration lag) {
        return StallWords.seconds(lag);
    }
}
