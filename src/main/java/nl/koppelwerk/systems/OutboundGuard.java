package nl.koppelwerk.systems;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves a host at the moment of connecting and lets pass only addresses that may be called. The connection is made to
 * the very addresses that were judged, so a name that changes its answer between check and use gains nothing.
 */
final class OutboundGuard implements DnsResolver {

    private final DnsResolver names;
    private final Allowed allowed;

    OutboundGuard(Allowed allowed) { this(allowed, SystemDefaultDnsResolver.INSTANCE); }

    OutboundGuard(Allowed allowed, DnsResolver names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        for (var address : addresses)
            // One wrong address spoils all: which one would be taken is up to the client.
            if (!allowed.allows(host, address)) throw new NotAllowed(host);
        return addresses;
    }

    @Override public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
