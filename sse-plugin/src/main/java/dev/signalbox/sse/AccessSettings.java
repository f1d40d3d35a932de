package dev.signalbox.sse;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.sse.stream.Access;
import dev.signalbox.sse.stream.KeyFile;
import dev.signalbox.sse.stream.Login;
import dev.signalbox.sse.stream.ProxyChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an operator can set about who we are, by which way servers are reached, and which are trusted.
 *
 * @param user for Basic authentication
 * @param password for Basic authentication
 * @param token the bearer token itself
 * @param tokenCommand prints the bearer token
 * @param tokenFile holds the bearer token
 * @param shared whether a snapshot on another server gets the headers and credentials of the stream, too
 * @param way proxy, trust and client certificate
 */
record AccessSettings(
        Optional<String> user,
        Optional<String> password,
        Optional<String> token,
        Optional<String> tokenCommand,
        Optional<Path> tokenFile,
        boolean shared,
        Access way) {
    static final Setting<Optional<String>> TOKEN = Setting.secret("token", "Bearer token");
    static final Setting<Optional<String>> USER = Setting.optional("user", "User (Basic)", text -> text);
    static final Setting<Optional<String>> PASSWORD = Setting.secret("password", "Password (Basic)");
    static final Setting<Optional<String>> TOKEN_COMMAND =
            Setting.optional("token-command", "Command that prints a bearer token", text -> text);
    static final Setting<Optional<Path>> TOKEN_FILE =
            Setting.optional("token-file", "File with a bearer token", AccessSettings::path);
    static final Setting<Boolean> SHARED =
            Setting.flag("share-credentials", "Send credentials to a snapshot on another server too", false);
    static final Setting<Optional<ProxyChoice>> PROXY =
            Setting.optional("proxy", "Proxy (system, none, http://host:port, socks://host:port)", ProxyChoice::parse);
    static final Setting<Optional<String>> PROXY_USER = Setting.optional("proxy-user", "Proxy user", text -> text);
    static final Setting<Optional<String>> PROXY_PASSWORD = Setting.secret("proxy-password", "Proxy password");
    static final Setting<Optional<Path>> TRUST_STORE =
            Setting.optional("trust-store", "File of certificates to trust too", AccessSettings::path);
    static final Setting<Optional<String>> TRUST_STORE_PASSWORD =
            Setting.secret("trust-store-password", "Password of that file");
    static final Setting<Optional<Path>> CLIENT_CERTIFICATE =
            Setting.optional("client-certificate", "Client certificate (PKCS #12 file)", AccessSettings::path);
    static final Setting<Optional<String>> CLIENT_CERTIFICATE_PASSWORD =
            Setting.secret("client-certificate-password", "Password of the client certificate");

    /** All but the token, which is asked for with the address. */
    static final List<Setting<?>> MORE = List.of(
            USER,
            PASSWORD,
            TOKEN_COMMAND,
            TOKEN_FILE,
            SHARED,
            PROXY,
            PROXY_USER,
            PROXY_PASSWORD,
            TRUST_STORE,
            TRUST_STORE_PASSWORD,
            CLIENT_CERTIFICATE,
            CLIENT_CERTIFICATE_PASSWORD);

    static AccessSettings read(Settings settings) {
        return new AccessSettings(
                settings.get(USER),
                settings.get(PASSWORD),
                settings.get(TOKEN).filter(text -> !text.isBlank()),
                settings.get(TOKEN_COMMAND),
                settings.get(TOKEN_FILE),
                settings.get(SHARED),
                new Access(
                        settings.get(PROXY).orElse(ProxyChoice.SYSTEM),
                        settings.get(PROXY_USER)
                                .map(user -> new Login(
                                        user, settings.get(PROXY_PASSWORD).orElse(""))),
                        file(settings, TRUST_STORE, TRUST_STORE_PASSWORD),
                        file(settings, CLIENT_CERTIFICATE, CLIENT_CERTIFICATE_PASSWORD)));
    }

    /** Leaves out what may be a credential. */
    @Override
    public String toString() {
        return "AccessSettings[…]";
    }

    private static Optional<KeyFile> file(
            Settings settings, Setting<Optional<Path>> path, Setting<Optional<String>> password) {
        return settings.get(path).map(given -> new KeyFile(given, settings.get(password)));
    }

    private static Path path(String text) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException notAPath) {
            throw new IllegalArgumentException("expected the path of a file", notAPath);
        }
    }
}
