package nl.koppelwerk.systems;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Judges the certificate of a server that is called by a socket, and says of one that is refused which it was. */
final class ServerTrust extends X509ExtendedTrustManager {

    private interface Judge {
        void check(X509Certificate[] chain, String type, Socket socket) throws CertificateException;
    }

    private final Judge judge;

    private ServerTrust(Judge judge) { this.judge = judge; }

    /** Of the authorities that Java knows, for the host that is called. */
    static ServerTrust ofAuthorities() throws GeneralSecurityException {
        var usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        var known = Arrays.stream(usual.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast).findFirst().orElseThrow();
        return new ServerTrust(known::checkServerTrusted);
    }

    /** Of that very certificate and of no other, whoever vouches for it: it is the server, whatever host and end stand in it. */
    static ServerTrust only(Fingerprint pinned) {
        return new ServerTrust((chain, type, socket) -> {
            if (!Fingerprint.of(chain[0]).equals(pinned)) throw new CertificateException("another one is pinned");
        });
    }

    @Override public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            judge.check(chain, type, socket);
        } catch (CertificateException why) {
            throw new Untrusted(Fingerprint.of(chain[0]), why);
        }
    }

    @Override public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException { throw noSocket(); }

    @Override public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { throw noSocket(); }

    @Override public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException { throw noSocket(); }

    @Override public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException { throw noSocket(); }

    @Override public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException { throw noSocket(); }

    @Override public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }

    /** Without the socket nobody knows which host was meant. */
    private static CertificateException noSocket() { return new CertificateException("only a server that is called by a socket is trusted"); }
}
