package dev.signalbox.host.settings;

/**
 * One thing wrong with what was given: what, where, and what to do.
 *
 * @param where such as {@code --sse.ulr} or {@code settings.properties: sse.ulr}
 * @param what why it cannot be used
 * @param nextStep what to do
 */
public record SettingsProblem(String where, String what, String nextStep) {

    @Override
    public String toString() {
        return where + ": " + what + (nextStep.isEmpty() ? "" : " " + nextStep);
    }
}
