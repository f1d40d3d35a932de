package dev.signalbox.api;

/**
 * A feed of work events, written as one session: connect, emit, end. The console owns everything between sessions:
 * when to start one, back-off and jitter, pause, <em>reconnect now</em>, stale detection, resume tokens and the word for
 * each on screen. A source therefore never loops over reconnects and never sleeps before a retry.
 *
 * <pre>{@code
 * public SessionEnd run(UpdateSink sink) throws Exception {
 *     Connection connection = sink.closeOnCancel(Connection.open(address));
 *     sink.opened();
 *     for (Message m; (m = connection.next()) != null; ) {
 *         sink.emit(List.of(WorkUpdate.moving(sink.source(), "jobs", m.job(), m.text())));
 *     }
 *     return SessionEnd.ended("the server closed the connection");
 * }
 * }</pre>
 */
public interface UpdateSource extends Contribution {

    /**
     * Runs one session and says how it ended. The method may block; it should return soon after the sink is
     * {@linkplain UpdateSink#cancelled() cancelled}. How it is left decides what the console does next:
     *
     * <ul>
     *   <li>{@link SessionEnd#ended}: the peer closed; the console reconnects while the work is incomplete.
     *   <li>{@link SessionEnd#finished}: the peer says there is no more to come; the console does not ask again.
     *   <li>{@link FatalSourceException}: trying again as things are will not help; the console stops and shows the next
     *       step. (While a bounded watch is incomplete it tries again slowly.)
     *   <li>any other exception: the session was lost; the console waits and reconnects.
     *   <li>anything at all after cancellation: the session was cancelled; nothing is shown.
     * </ul>
     *
     * <p>Runs on a daemon thread of the source's own. Never called again before it has returned.
     *
     * @param sink where the session reports to; valid until this method is left
     * @return how the session ended
     * @throws FatalSourceException when trying again as things are will not help
     * @throws Exception when the session was lost
     */
    SessionEnd run(UpdateSink sink) throws Exception;

    /**
     * Names what a resume token is valid for. A token kept under one scope is never offered under another.
     *
     * @return for a stream, its URL without credentials; empty when there is only one
     */
    default String resumeScope() {
        return "";
    }
}
