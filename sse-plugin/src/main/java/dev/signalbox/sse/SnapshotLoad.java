package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.Download;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.PublicAddress;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Fetches the snapshot on a short-lived thread of its own, so that a quiet stream does not hold it up, and opens the gate. */
final class SnapshotLoad implements AutoCloseable {
    private static final long MOST_MILLIS_TO_END = 500;

    private final StreamRequest request;
    private final Download download;
    private final SseSettings settings;
    private final UpdateSink sink;
    private final SnapshotGate gate;
    private final SnapshotHandover handover;
    private final InstantSource clock;
    private final SseConnection stream;
    private final Thread thread = new Thread(this::load, "sse-snapshot");

    SnapshotLoad(
            HttpConnector connector,
            StreamRequest request,
            SseSettings settings,
            UpdateSink sink,
            SnapshotGate gate,
            SnapshotHandover handover,
            InstantSource clock,
            SseConnection stream) {
        this.request = request;
        this.download = connector.download(
                request,
                settings.snapshotLimits().documentBytes(),
                settings.snapshotLimits().silence());
        this.settings = settings;
        this.sink = sink;
        this.gate = gate;
        this.handover = handover;
        this.clock = clock;
        this.stream = stream;
    }

    void start() {
        sink.closeOnCancel(download);
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives the snapshot up if it is still under way, and sees its thread end. */
    @Override
    public void close() {
        download.close();
        sink.release(download);
        boolean interrupted = Thread.interrupted();
        thread.interrupt();
        try {
            thread.join(MOST_MILLIS_TO_END);
        } catch (InterruptedException cancelledMeanwhile) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        try {
            List<OrderEvent> orders = handover.followed(decode(download.fetch()));
            gate.open(orders, all -> handover.show(orders, all, clock.instant()));
        } catch (CancellationException over) {
            gate.fail(over);
        } catch (Exception failure) {
            giveUp(failure);
        } catch (Error failure) {
            giveUp(new IllegalStateException("Reading the snapshot failed: " + failure, failure));
        }
    }

    private List<OrderEvent> decode(byte[] document) throws FatalSourceException {
        List<OrderEvent> orders = new ArrayList<>();
        try {
            new OrderDecoder(sink.source(), settings.settledRule(), settings.decoderLimits())
                    .decodeSnapshot(document, clock.instant(), orders);
        } catch (UnreadableOrdersException unreadable) {
            throw new FatalSourceException(
                    "The snapshot at " + PublicAddress.of(request.uri()) + " cannot be read: " + unreadable.getMessage()
                            + ".",
                    "Check the setting sse.snapshot; it names a JSON array of orders.",
                    unreadable);
        }
        return orders;
    }

    /** The session's thread waits for the stream; cutting it lets that thread find the failure. */
    private void giveUp(Exception failure) {
        gate.fail(failure);
        stream.close();
    }
}
