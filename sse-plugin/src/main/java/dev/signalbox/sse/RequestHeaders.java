package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.sse.stream.Header;
import dev.signalbox.sse.stream.StreamRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes requests from what the operator configured: lines of headers, a token, a user name in the address. */
final class RequestHeaders {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> NOT_OURS_TO_SET =
            Set.of("connection", "content-length", "transfer-encoding", "upgrade");

    private final List<String> lines;
    private final Optional<String> token;

    RequestHeaders(List<String> lines, Optional<String> token) {
        this.lines = List.copyOf(lines);
        this.token = token;
    }

    /**
     * Makes a request.
     *
     * @throws FatalSourceException if a line is no header; its value, which may be secret, is not told
     */
    StreamRequest to(URI address) throws FatalSourceException {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            headers.add(header(i + 1, lines.get(i)));
        }
        boolean given = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Authorization"));
        if (token.isPresent()) {
            headers.removeIf(header -> header.name().equalsIgnoreCase("Authorization"));
            headers.add(new Header("Authorization", "Bearer " + token.get().strip()));
        } else if (!given && address.getUserInfo() != null) {
            String credentials =
                    Base64.getEncoder().encodeToString(address.getUserInfo().getBytes(UTF_8));
            headers.add(new Header("Authorization", "Basic " + credentials));
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
