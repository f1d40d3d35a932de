package dev.signalbox.host.bus;

/** In the place of the pump where there is no window; loads no class of AWT. */
final class NoWindow implements UiPump {

    @Override
    public void add(UiMailbox<?> mailbox) {
        throw new IllegalStateException("without a window nothing is delivered on its thread");
    }

    @Override
    public void remove(Mailbox<?> mailbox) {
        // none is ever added
    }

    @Override
    public void ask() {
        // none is ever added
    }

    @Override
    public boolean onItsThread() {
        return false;
    }

    @Override
    public boolean flush(long deadlineNanos) {
        return true;
    }
}
