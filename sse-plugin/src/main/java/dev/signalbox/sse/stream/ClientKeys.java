package dev.signalbox.sse.stream;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The certificate we show to servers that ask for one, if we have any, and a note of those that asked in vain. */
final class ClientKeys extends X509ExtendedKeyManager {
    private static final String SETTING = "sse.client-certificate";

    private final @Nullable X509ExtendedKeyManager own;
    private final Consumer<Socket> askedInVain;

    ClientKeys(@Nullable X509ExtendedKeyManager own, Consumer<Socket> askedInVain) {
        this.own = own;
        this.askedInVain = askedInVain;
    }

    /**
     * Reads a key and its certificate.
     *
     * @throws StreamRefused if the file cannot be read, holds no key, or its certificate is out of date
     */
    static X509ExtendedKeyManager read(KeyFile file) throws StreamRefused {
        char[] password = file.password().orElse("").toCharArray();
        KeyStore store = StoreFile.read(file, "client certificate", SETTING);
        try {
            boolean anyKey = false;
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    anyKey = true;
                    checkDates(file, store, alias);
                }
            }
            if (!anyKey) {
                throw StoreFile.unusable(file, "client certificate", "it holds no private key", SETTING, null);
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            for (KeyManager manager : factory.getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager keys) {
                    return keys;
                }
            }
            throw StoreFile.unusable(file, "client certificate", "this Java runtime cannot use it", SETTING, null);
        } catch (UnrecoverableKeyException locked) {
            throw StoreFile.unusable(
                    file, "client certificate", "its key has another password than the file", SETTING, locked);
        } catch (GeneralSecurityException unreadable) {
            throw StoreFile.unusable(
                    file, "client certificate", String.valueOf(unreadable.getMessage()), SETTING, unreadable);
        }
    }

    private static void checkDates(KeyFile file, KeyStore store, String alias)
            throws GeneralSecurityException, StreamRefused {
        if (!(store.getCertificate(alias) instanceof X509Certificate certificate)) {
            return;
        }
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
            throw StoreFile.unusable(
                    file,
                    "client certificate",
                    CertificateWords.outOfDate(certificate) + ": " + CertificateWords.of(certificate),
                    SETTING,
                    outOfDate);
        }
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        String alias = own == null ? null : own.chooseClientAlias(keyTypes, issuers, socket);
        if (alias == null && socket != null) {
            askedInVain.accept(socket);
        }
        return alias;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return own == null ? null : own.getClientAliases(keyType, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return own == null ? null : own.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return own == null ? null : own.getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
