package dev.signalbox.sse.stream;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Says in words what went wrong between here and the server. */
final class TransportFault {
    private TransportFault() {}

    /** The way to a server or a proxy, up to the first byte. */
    static StreamFailure dialling(IOException fault, String whom, Timeouts timeouts) {
        return fault instanceof StreamFailure said ? said : new StreamLost(onTheWay(fault, whom, timeouts), fault);
    }

    /** The handshake. */
    static StreamFailure securing(IOException fault, String server, Timeouts timeouts) {
        if (fault instanceof StreamFailure said) {
            return said;
        }
        if (fault instanceof SocketTimeoutException) {
            return new StreamLost(
                    "No secure connection to " + server + " within " + Timeouts.words(timeouts.connect()) + ".", fault);
        }
        Optional<StreamRefused> refusal = TlsFault.refusal(fault, server);
        return refusal.isPresent() ? refusal.get() : new StreamLost(TlsFault.brokenOff(fault, server), fault);
    }

    /** Between the question and the answer. */
    static StreamFailure connecting(IOException fault, URI uri, Timeouts timeouts, Duration silence) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamFailure said) {
                return said;
            }
        }
        String server = server(uri);
        Optional<StreamRefused> refusal = TlsFault.refusal(fault, server);
        return refusal.isPresent()
                ? refusal.get()
                : new StreamLost(beforeTheAnswer(fault, server, timeouts, silence), fault);
    }

    static StreamLost reading(IOException fault, Duration silence) {
        return new StreamLost(inTheStream(fault, silence), fault);
    }

    /** Host and port as they are dialled. */
    static String server(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }

    private static String onTheWay(IOException fault, String whom, Timeouts timeouts) {
        if (fault instanceof SocketTimeoutException) {
            return "No connection to " + whom + " within " + Timeouts.words(timeouts.connect()) + ".";
        }
        if (fault instanceof UnknownHostException) {
            return "The host name of " + whom + " is unknown: is it spelled right, and is the network up?";
        }
        if (fault instanceof NoRouteToHostException) {
            return "There is no route to " + whom + ": is the network up?";
        }
        if (fault instanceof ConnectException) {
            return text(fault).toLowerCase(Locale.ROOT).contains("refused")
                    ? "Connection refused by " + whom + ": is the " + (whom.contains("proxy ") ? "proxy" : "server")
                            + " running?"
                    : "Could not connect to " + whom + ": " + text(fault) + ".";
        }
        return "Connecting to " + whom + " failed: " + text(fault) + ".";
    }

    private static String beforeTheAnswer(IOException fault, String server, Timeouts timeouts, Duration silence) {
        if (fault instanceof ConnectTimeoutException
                || fault instanceof UnknownHostException
                || fault instanceof NoRouteToHostException
                || fault instanceof ConnectException) {
            return onTheWay(fault, server, timeouts);
        }
        if (fault instanceof SocketTimeoutException) {
            return server + " accepted the connection but did not answer within " + Timeouts.words(silence)
                    + "; a proxy may be holding the answer back.";
        }
        if (fault instanceof NoHttpResponseException || fault instanceof ConnectionClosedException) {
            return server + " closed the connection before it answered.";
        }
        if (fault instanceof SSLException) {
            return TlsFault.brokenOff(fault, server);
        }
        if (fault instanceof SocketException) {
            return server + " reset the connection before it answered.";
        }
        if (fault.getCause() instanceof HttpException) {
            return "What " + server + " answered is not HTTP: " + text(fault) + ".";
        }
        return "Asking " + server + " failed: " + text(fault) + ".";
    }

    private static String inTheStream(IOException fault, Duration silence) {
        if (fault instanceof SocketTimeoutException) {
            return "Nothing arrived for " + Timeouts.words(silence) + ".";
        }
        if (fault instanceof ConnectionClosedException
                || fault instanceof TruncatedChunkException
                || fault instanceof EOFException) {
            return "The server closed the connection in the middle of the stream.";
        }
        if (fault instanceof MalformedChunkCodingException) {
            return "The stream is not valid HTTP: " + text(fault) + ".";
        }
        if (fault instanceof SSLException) {
            return "The secure connection broke in the middle of the stream: " + text(fault) + ".";
        }
        if (fault instanceof SocketException) {
            return "The connection was reset in the middle of the stream.";
        }
        if (fault instanceof ZipException) {
            return "The compressed stream is damaged: " + text(fault) + ".";
        }
        return "The stream broke off: " + text(fault) + ".";
    }

    private static String text(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message.strip();
    }
}
