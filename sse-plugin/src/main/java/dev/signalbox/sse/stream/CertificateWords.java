package dev.signalbox.sse.stream;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Names a certificate for a person. All of its text comes from outside and is bounded. */
final class CertificateWords {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_HOSTS = 5;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private CertificateWords() {}

    /** Subject, issuer, serial number, validity and fingerprint. */
    static String of(X509Certificate certificate) {
        return "certificate of " + name(certificate.getSubjectX500Principal()) + ", issued by "
                + name(certificate.getIssuerX500Principal()) + ", serial number "
                + shortened(certificate.getSerialNumber().toString(16)) + ", valid from "
                + date(certificate.getNotBefore()) + " to " + date(certificate.getNotAfter()) + ", SHA-256 "
                + fingerprint(certificate);
    }

    /** What is wrong with its dates, for a certificate out of date. */
    static String outOfDate(X509Certificate certificate) {
        return Instant.now().isAfter(certificate.getNotAfter().toInstant())
                ? "it expired on " + date(certificate.getNotAfter())
                : "it is not valid before " + date(certificate.getNotBefore());
    }

    /** The hosts it is for, the first few of them; may be empty. */
    static List<String> hosts(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                boolean host = name.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS);
                if (host && hosts.size() < MOST_HOSTS) {
                    hosts.add(shortened(String.valueOf(name.get(1))));
                }
            }
        } catch (CertificateParsingException unreadable) {
            // then it names none
        }
        return hosts;
    }

    private static String name(X500Principal principal) {
        String name = principal.getName();
        return name.isEmpty() ? "nobody" : shortened(name);
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{C}", "?");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME) + "…";
    }

    private static String date(Date date) {
        return DATE.format(date.toInstant());
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException unreadable) {
            return "unknown";
        }
    }
}
