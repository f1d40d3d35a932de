package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.api.FatalSourceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who we are for one session. A token that a command prints or a file holds is fetched once, so anew for each
 * connection of the stream. Used by one thread.
 */
final class Credentials {
    private final AccessSettings settings;
    private @Nullable String said;

    Credentials(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * What the Authorization header is to say by the settings; waits for the command, if there is one.
     *
     * @return the header's value; empty where the settings say nothing
     * @throws TokenUnavailableException if the command or the file gives no token now
     * @throws InterruptedException if the session is cancelled meanwhile
     */
    Optional<String> authorization() throws TokenUnavailableException, InterruptedException {
        if (said == null) {
            said = fetch();
        }
        return Optional.of(said).filter(value -> !value.isEmpty());
    }

    /**
     * Sees that there is only one way to say who we are.
     *
     * @param address the address asked for, which may hold a user
     * @param headerGiven whether the operator's own headers have an Authorization
     * @throws FatalSourceException if there is another one
     */
    void check(URI address, boolean headerGiven) throws FatalSourceException {
        List<String> ways = new ArrayList<>();
        settings.token().ifPresent(any -> ways.add("sse.token"));
        settings.tokenCommand().ifPresent(any -> ways.add("sse.token-command"));
        settings.tokenFile().ifPresent(any -> ways.add("sse.token-file"));
        settings.user().ifPresent(any -> ways.add("sse.user"));
        if (headerGiven) {
            ways.add("an Authorization line in sse.header");
        }
        if (address.getUserInfo() != null) {
            ways.add("a user in the address");
        }
        if (ways.size() > 1) {
            throw new FatalSourceException(
                    "There is more than one way to say who you are: " + String.join(", ", ways) + ".",
                    "Keep one of them.");
        }
        if (settings.user().isEmpty() && settings.password().isPresent()) {
            throw new FatalSourceException("There is a password but no user.", "Set sse.user too.");
        }
    }

    static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }

    private String fetch() throws TokenUnavailableException, InterruptedException {
        if (settings.token().isPresent()) {
            return "Bearer " + settings.token().get().strip();
        }
        if (settings.tokenCommand().isPresent()) {
            return "Bearer " + new TokenCommand(settings.tokenCommand().get()).run();
        }
        if (settings.tokenFile().isPresent()) {
            return "Bearer " + new TokenFile(settings.tokenFile().get()).read();
        }
        return settings.user().isPresent()
                ? basic(settings.user().get() + ":" + settings.password().orElse(""))
                : "";
    }
}
