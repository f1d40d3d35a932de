package dev.signalbox.sse.stream;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Accepts what the Java runtime accepts, with the operator's certificates trusted in addition, and names the certificate it
 * does not accept. One manager holds both kinds, so that a chain may lead to either.
 */
final class ServerCertificates extends X509ExtendedTrustManager {
    private static final String SETTING = "sse.trust-store";
    private static final String TRUST_IT =
            "Check the address. If the server is to be trusted, put its issuer's certificate into a file and name the file"
                    + " in the setting sse.trust-store.";

    private final X509ExtendedTrustManager judge;

    private ServerCertificates(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /**
     * Reads the certificates.
     *
     * @throws StreamRefused if the operator's file cannot be read or holds none
     */
    static ServerCertificates trustedBy(Optional<KeyFile> own) throws GeneralSecurityException, StreamRefused {
        X509ExtendedTrustManager usual = judge(null);
        if (own.isEmpty()) {
            return new ServerCertificates(usual);
        }
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int count = 0;
            for (X509Certificate certificate : usual.getAcceptedIssuers()) {
                all.setCertificateEntry("runtime-" + count++, certificate);
            }
            for (X509Certificate certificate : certificates(own.get())) {
                all.setCertificateEntry("own-" + count++, certificate);
            }
            return new ServerCertificates(judge(all));
        } catch (StreamRefused unusable) {
            throw unusable;
        } catch (java.io.IOException impossible) {
            throw new KeyStoreException("an empty store cannot be made", impossible);
        }
    }

    private static List<X509Certificate> certificates(KeyFile file) throws GeneralSecurityException, StreamRefused {
        KeyStore store = StoreFile.read(file, "trust store", SETTING);
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        if (certificates.isEmpty()) {
            String hint = file.password().isEmpty() ? "; it may need the setting sse.trust-store-password" : "";
            throw StoreFile.unusable(file, "trust store", "it holds no trusted certificate" + hint, SETTING, null);
        }
        return certificates;
    }

    private static X509ExtendedTrustManager judge(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager judge) {
                return judge;
            }
        }
        throw new KeyStoreException("this Java runtime has no trust manager for X.509");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException refused) {
            SSLSession session = socket instanceof SSLSocket secured ? secured.getHandshakeSession() : null;
            throw named(refused, chain, session == null ? "" : String.valueOf(session.getPeerHost()));
        }
    }

    private static CertificateFault named(CertificateException refused, X509Certificate[] chain, String host) {
        X509Certificate server = chain[0];
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                X509Certificate old = outOfDate(chain);
                return fault(
                        (old.equals(server) ? "" : "of its issuer's: ") + CertificateWords.outOfDate(old),
                        old,
                        "Check the clock of this machine, and ask whoever runs the server for a certificate that is valid now.",
                        refused);
            }
            if (cause instanceof CertPathBuilderException) {
                boolean itself = server.getSubjectX500Principal().equals(server.getIssuerX500Principal());
                return fault(
                        itself
                                ? "it is signed by itself, and this machine does not trust it"
                                : "this machine does not trust whoever issued it",
                        server,
                        TRUST_IT,
                        refused);
            }
        }
        // only a chain that is trusted is asked for its host
        if (refused.getCause() == null) {
            List<String> hosts = CertificateWords.hosts(server);
            return fault(
                    hosts.isEmpty()
                            ? "it names no host"
                            : "it is for " + String.join(", ", hosts) + ", not for " + host,
                    server,
                    "Use an address with a name the certificate is for, or ask for one for this name.",
                    refused);
        }
        return fault(String.valueOf(refused.getMessage()), server, TRUST_IT, refused);
    }

    private static CertificateFault fault(
            String why, X509Certificate which, String nextStep, CertificateException cause) {
        return new CertificateFault(why + " (" + CertificateWords.of(which) + ")", nextStep, cause);
    }

    private static X509Certificate outOfDate(X509Certificate[] chain) {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException | CertificateNotYetValidException found) {
                return certificate;
            }
        }
        return chain[0];
    }

    // The rest is asked by servers, by engines, or without a host to verify; none of it happens here.

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
