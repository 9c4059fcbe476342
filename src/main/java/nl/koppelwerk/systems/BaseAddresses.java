package nl.koppelwerk.systems;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges the address of an account when it is entered, so that a wrong one is refused at once and in words; what counts is
 * the guard that judges again at every connection.
 */
@ApplicationScoped
public class BaseAddresses {

    private final Allowed allowed;

    public BaseAddresses(@ConfigProperty(name = "koppelwerk.outbound.allow") String allow) { this.allowed = Allowed.parse(allow); }

    /** Why accounts may not point there; empty where they may. */
    public Optional<Said> refusal(String text) {
        try {
            var address = new URI(text);
            if (!isPlain(address)) return Optional.of(Phrase.ADDRESS_FORM.said());
            return refusal(address);
        } catch (URISyntaxException wrong) {
            return Optional.of(Phrase.ADDRESS_NOT_WEB.said());
        } catch (UnknownHostException unknown) {
            return Optional.of(Phrase.HOST_UNKNOWN.said());
        }
    }

    private Optional<Said> refusal(URI address) throws UnknownHostException {
        var host = address.getHost();
        var found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(one -> allowed.allows(host, one))) return Optional.of(Phrase.HOST_NOT_ALLOWED.said());
        // Without TLS credentials would cross the internet in the clear.
        boolean clear = address.getScheme().equalsIgnoreCase("http") && Arrays.stream(found).anyMatch(Allowed::isPublic);
        return clear ? Optional.of(Phrase.HOST_IN_CLEAR.said()) : Optional.empty();
    }

    private static boolean isPlain(URI address) {
        return address.getScheme() != null && address.getScheme().matches("(?i)https?") && address.getHost() != null
            && address.normalize().equals(address) && address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
    }
}
