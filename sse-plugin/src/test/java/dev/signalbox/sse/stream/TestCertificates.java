package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Real certificates, made by the JDK's keytool once for all tests: an authority nobody knows and what it issued. Names of
 * certificates: see the constants.
 */
public final class TestCertificates {
    public static final String PASSWORD = "changeit";

    /** Issued by the authority, for localhost and 127.0.0.1. */
    public static final String GOOD = "good";

    static final String EXPIRED = "expired";
    static final String FUTURE = "future";
    static final String OTHER_HOST = "other-host";
    static final String SELF_SIGNED = "self-signed";
    static final String CLIENT = "client";
    static final String EXPIRED_CLIENT = "expired-client";

    private static final String AUTHORITY = "authority";
    private static final String HERE = "san=dns:localhost,ip:127.0.0.1";
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final KeyStore all;

    private static final class Made {
        static final TestCertificates ONCE = make();
    }

    private TestCertificates(Path folder, KeyStore all) {
        this.folder = folder;
        this.all = all;
    }

    public static TestCertificates get() {
        return Made.ONCE;
    }

    /** What a server shows that has this certificate. */
    public SSLContext server(String name) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(only(name), PASSWORD.toCharArray());
            KeyStore trusted = empty();
            trusted.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    X509Certificate certificate(String name) {
        try {
            return (X509Certificate) all.getCertificate(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A PKCS #12 file with the key and the certificate. */
    Path keyFile(String name) {
        return write(name + "-key.p12", only(name));
    }

    /** A file of the type with the authority's certificate and nothing else. */
    Path trustStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            store.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
            return write("trust." + type, store);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A PEM file with the certificate. */
    public Path pem(String name) {
        try {
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                    .encodeToString(certificate(name).getEncoded());
            String text = "A comment.\n-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(folder.resolve(name + ".pem"), text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** A PEM file with the authority's certificate: who trusts it trusts {@link #GOOD}. */
    public Path authority() {
        return pem(AUTHORITY);
    }

    private KeyStore only(String name) {
        try {
            KeyStore store = empty();
            Key key = all.getKey(name, PASSWORD.toCharArray());
            Certificate[] chain = all.getCertificateChain(name);
            store.setKeyEntry(name, key, PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path write(String name, KeyStore store) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TestCertificates make() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "certificates");
            Path store = folder.resolve("all.p12");
            keytool(store, AUTHORITY, "CN=Test Authority", "-ext", "bc=ca:true", "-validity", "3650");
            issued(store, GOOD, "-ext", HERE, "-validity", "3650");
            issued(store, EXPIRED, "-ext", HERE, "-startdate", "-3d", "-validity", "1");
            issued(store, FUTURE, "-ext", HERE, "-startdate", "+2d", "-validity", "9");
            issued(store, OTHER_HOST, "-ext", "san=dns:orders.example,dns:other.example", "-validity", "3650");
            issued(store, CLIENT, "-ext", "eku=clientAuth", "-validity", "3650");
            issued(store, EXPIRED_CLIENT, "-ext", "eku=clientAuth", "-startdate", "-3d", "-validity", "1");
            keytool(store, SELF_SIGNED, "CN=" + SELF_SIGNED, "-ext", HERE, "-validity", "3650");
            return new TestCertificates(folder, KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException | InterruptedException noCertificates) {
            throw new IllegalStateException(noCertificates);
        }
    }

    private static void issued(Path store, String name, String... more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-signer", AUTHORITY));
        options.addAll(List.of(more));
        keytool(store, name, "CN=" + name, options.toArray(String[]::new));
    }

    private static void keytool(Path store, String name, String subject, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-Xshare:auto",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                name,
                "-dname",
                subject));
        command.addAll(List.of(more));
        Path log = store.resolveSibling(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("keytool made no " + name + ": " + Files.readString(log));
        }
    }
}
