package dev.signalbox.host.source;

import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.WhenSettled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** What one session sees of its supervisor. Once the session is over it says nothing more. */
final class SupervisedSink implements UpdateSink {
    private final SourceSupervisor supervisor;
    private final Session session;
    private final Silence silence;

    SupervisedSink(SourceSupervisor supervisor, Session session, Silence silence) {
        this.supervisor = supervisor;
        this.session = session;
        this.silence = silence;
    }

    @Override
    public String source() {
        return supervisor.source();
    }

    @Override
    public boolean fresh() {
        return supervisor.fresh();
    }

    @Override
    public Optional<String> resumeToken() {
        return supervisor.resumeToken();
    }

    @Override
    public void opened() {
        silence.heard(supervisor.now());
        supervisor.opened(session);
    }

    @Override
    public void lost(String reason) {
        supervisor.lostByItself(session, reason);
    }

    @Override
    public void emit(List<? extends SourceEvent> events) {
        if (session.cancelled()) {
            throw new CancellationException("the session is over");
        }
        silence.handingOver();
        try {
            supervisor.emit(session, List.copyOf(events));
        } finally {
            silence.handedOver(supervisor.now());
        }
        supervisor.heard(session);
    }

    @Override
    public void checkpoint(String resumeToken) {
        supervisor.checkpoint(session, resumeToken);
    }

    @Override
    public void watch(String topic, Set<String> keys, WhenSettled then) {
        supervisor.watch(session, topic, Set.copyOf(keys), then);
    }

    @Override
    public void problem(String doing, String cause, String nextStep) {
        if (!session.cancelled()) {
            supervisor.problem(session, doing, cause, nextStep);
        }
    }

    @Override
    public void heartbeat() {
        silence.heartbeat(supervisor.now());
        supervisor.heard(session);
    }

    @Override
    public void staleAfter(Duration period) {
        silence.wish(period);
        supervisor.silenceWished(session);
    }

    @Override
    public void reconnectDelay(Duration delay) {
        supervisor.serverDelay(session, delay);
    }

    @Override
    public void retryAfter(Duration floor) {
        supervisor.retryAfter(session, floor);
    }

    @Override
    public <R extends AutoCloseable> R closeOnCancel(R resource) {
        session.closeOnCancel(resource);
        return resource;
    }

    @Override
    public void release(AutoCloseable resource) {
        session.release(resource);
    }

    @Override
    public boolean cancelled() {
        return session.cancelled();
    }
}
