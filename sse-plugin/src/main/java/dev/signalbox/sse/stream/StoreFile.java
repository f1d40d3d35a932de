package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** Reads files of certificates and keys, PKCS #12, JKS or PEM, and says in words why one cannot be used. */
final class StoreFile {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private StoreFile() {}

    static KeyStore read(KeyFile file, String what, String setting) throws StreamRefused {
        byte[] bytes = bytes(file, what, setting);
        try {
            return isPem(bytes) ? pem(bytes) : keyStore(file);
        } catch (IOException | GeneralSecurityException unreadable) {
            boolean locked = unreadable.getCause() instanceof UnrecoverableKeyException;
            throw locked
                    ? new StreamRefused(
                            sentence(
                                    file,
                                    what,
                                    file.password().isPresent() ? "its password is wrong" : "it needs a password"),
                            "Set " + setting + "-password.",
                            unreadable)
                    : unusable(file, what, "it is neither PKCS #12, JKS nor PEM", setting, unreadable);
        }
    }

    static StreamRefused unusable(KeyFile file, String what, String why, String setting, @Nullable Throwable cause) {
        return new StreamRefused(
                sentence(file, what, why), "Check the file that the setting " + setting + " names.", cause);
    }

    private static String sentence(KeyFile file, String what, String why) {
        return "The " + what + " " + file.path() + " cannot be used: " + why + ".";
    }

    private static byte[] bytes(KeyFile file, String what, String setting) throws StreamRefused {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unusable(file, what, "it is larger than " + MOST_BYTES / (1024 * 1024) + " MiB", setting, null);
            }
            return bytes;
        } catch (StreamRefused tooLarge) {
            throw tooLarge;
        } catch (NoSuchFileException missing) {
            throw unusable(file, what, "there is no such file", setting, missing);
        } catch (IOException unreadable) {
            throw unusable(file, what, "it cannot be read (" + unreadable.getMessage() + ")", setting, unreadable);
        }
    }

    private static boolean isPem(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains("-----BEGIN ");
    }

    private static KeyStore pem(byte[] bytes) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            store.setCertificateEntry("pem-" + count++, certificate);
        }
        return store;
    }

    private static KeyStore keyStore(KeyFile file) throws IOException, GeneralSecurityException {
        char @Nullable [] password = file.password().map(String::toCharArray).orElse(null);
        return KeyStore.getInstance(file.path().toFile(), password);
    }
}
