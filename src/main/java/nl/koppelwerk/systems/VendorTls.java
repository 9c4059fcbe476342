package nl.koppelwerk.systems;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Whom a call trusts: the authorities that Java knows, or the one certificate that its account has pinned. */
final class VendorTls implements TlsSocketStrategy, ExecChainHandler {

    /** The pinned certificate of a call, as hexadecimal digits; it is taken out here and goes to no vendor. */
    static final String PINNED = "X-Pinned-Certificate";

    private static final String ATTRIBUTE = "koppelwerk.pinned-certificate";
    private static final String NONE = "none";

    private final TlsSocketStrategy usual = trustingAuthorities();

    @Override public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        var pinned = request.getFirstHeader(PINNED);
        request.removeHeaders(PINNED);
        scope.clientContext.setAttribute(ATTRIBUTE, pinned == null ? null : new Fingerprint(pinned.getValue()));
        // The pool lends a connection to calls with the same token only: one that was made under a pin never serves an account without it, nor the other way round.
        scope.clientContext.setUserToken(pinned == null ? NONE : pinned.getValue());
        return chain.proceed(request, scope);
    }

    /** A context of its own for each pinned connection: no session of another trust is taken up again in it. */
    @Override public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context) throws IOException {
        var tls = context.getAttribute(ATTRIBUTE) instanceof Fingerprint pinned ? trusting(pinned) : usual;
        return tls.upgrade(socket, host, port, attachment, context);
    }

    private static TlsSocketStrategy trusting(Fingerprint pinned) {
        return new DefaultClientTlsStrategy(context(ServerTrust.only(pinned)), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    }

    private static TlsSocketStrategy trustingAuthorities() {
        try {
            return new DefaultClientTlsStrategy(context(ServerTrust.ofAuthorities()), HostnameVerificationPolicy.BOTH, HttpsSupport.getDefaultHostnameVerifier());
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }

    private static SSLContext context(ServerTrust trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
