package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.sse.stream.Header;
import dev.signalbox.sse.stream.PublicAddress;
import dev.signalbox.sse.stream.StreamRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the requests of one session from what the operator configured: lines of headers, credentials, a user in an
 * address. All of it is meant for the server of the stream. A snapshot on another server gets none of it, only the user in
 * its own address, unless the operator says that it is to be shared.
 */
final class RequestHeaders {
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> NOT_OURS_TO_SET =
            Set.of("connection", "content-length", "transfer-encoding", "upgrade");

    private final URI stream;
    private final List<String> lines;
    private final boolean shared;
    private final Credentials credentials;

    RequestHeaders(URI stream, SseSettings settings) {
        this.stream = stream;
        this.lines = settings.headerLines();
        this.shared = settings.access().shared();
        this.credentials = new Credentials(settings.access());
    }

    /**
     * Makes a request; waits for a token, where a command has to fetch it.
     *
     * @throws FatalSourceException if a line is no header, whose value is not told as it may be secret, or if there is
     *     more than one way to say who we are
     * @throws TokenUnavailableException if there is no token now
     * @throws InterruptedException if the session is cancelled meanwhile
     */
    StreamRequest to(URI address) throws FatalSourceException, TokenUnavailableException, InterruptedException {
        List<Header> headers = new ArrayList<>();
        if (shared || PublicAddress.sameServer(stream, address)) {
            for (int i = 0; i < lines.size(); i++) {
                headers.add(header(i + 1, lines.get(i)));
            }
            credentials.check(
                    address, headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(AUTHORIZATION)));
            credentials.authorization().ifPresent(value -> headers.add(new Header(AUTHORIZATION, value)));
        }
        if (address.getUserInfo() != null) {
            headers.add(new Header(AUTHORIZATION, Credentials.basic(address.getUserInfo())));
        }
        return new StreamRequest(withoutUserInfo(address), headers);
    }

    private static Header header(int number, String line) throws FatalSourceException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw wrong(number, "has no colon between name and value");
        }
        String name = line.substring(0, colon).strip();
        if (!NAME.matcher(name).matches()) {
            throw wrong(number, "does not begin with the name of a header");
        }
        if (NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
            throw wrong(number, "sets " + name + ", which belongs to the connection");
        }
        return new Header(name, line.substring(colon + 1).strip());
    }

    private static FatalSourceException wrong(int number, String what) {
        return new FatalSourceException(
                "Line " + number + " of the setting sse.header " + what + ".",
                "Write one header per line, such as X-Api-Key: 123.");
    }

    private static URI withoutUserInfo(URI address) {
        String text = address.toASCIIString();
        String userInfo = address.getRawUserInfo();
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        try {
            return new URI(userInfo == null ? text : text.replaceFirst(Pattern.quote(userInfo + "@"), ""));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the address of the stream", impossible);
        }
    }
}
