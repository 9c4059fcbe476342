package nl.koppelwerk.systems;

import java.security.cert.CertificateException;

/** A server showed a certificate that the account does not trust; nothing was sent to it. */
final class Untrusted extends CertificateException {

    private final transient Fingerprint seen;

    Untrusted(Fingerprint seen, CertificateException why) {
        super("the certificate " + seen + " is not trusted", why);
        this.seen = seen;
    }

    Fingerprint seen() { return seen; }
}
