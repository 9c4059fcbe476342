package nl.koppelwerk.systems;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses accounts may point to: public ones always, others only where {@code koppelwerk.outbound.allow} names
 * them by network ({@code 10.1.0.0/16}), by address, by host name, or as {@code loopback}.
 */
final class Allowed {

    private final List<String> names;
    private final List<Network> networks;

    private Allowed(List<String> names, List<Network> networks) {
        this.names = names;
        this.networks = networks;
    }

    /** @throws IllegalArgumentException for an entry that is neither a network nor a name */
    static Allowed parse(String setting) {
        var entries = Arrays.stream(setting.toLowerCase(java.util.Locale.ROOT).split(",")).map(String::strip).filter(e -> !e.isEmpty() && !e.equals("public")).toList();
        return new Allowed(entries.stream().filter(e -> !Network.looksLike(e)).toList(),
            entries.stream().filter(Network::looksLike).map(Network::parse).toList());
    }

    boolean allows(String host, InetAddress address) {
        return isPublic(address) || names.contains(host.toLowerCase(java.util.Locale.ROOT))
            || address.isLoopbackAddress() && names.contains("loopback") || networks.stream().anyMatch(n -> n.contains(address));
    }

    /** Everything that routers of the internet carry; an address inside an IPv6 wrapper counts as what it wraps. */
    static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
            || address.isSiteLocalAddress() || address.isMulticastAddress()
            || RESERVED.stream().anyMatch(network -> network.contains(address)));
    }

    /** IANA's special-purpose registries, those that {@link InetAddress} does not know; the last three wrap IPv4. */
    private static final List<Network> RESERVED = List.of("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "fc00::/7", "100::/64", "2001:db8::/32",
        "64:ff9b::/96", "2002::/16", "::/96").stream().map(Network::parse).toList();

    /** A network in CIDR notation, or one address. */
    record Network(byte[] prefix, int bits) {

        static boolean looksLike(String text) { return text.matches("[0-9.]+(/\\d{1,2})?|[0-9a-f:.]*:[0-9a-f:.]*(/\\d{1,3})?"); }

        static Network parse(String text) {
            try {
                var parts = text.split("/");
                var prefix = InetAddress.getByName(parts[0]).getAddress();
                int most = prefix.length * Byte.SIZE;
                int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : most;
                if (bits > most) throw new NumberFormatException(parts[1]);
                return new Network(prefix, bits);
            } catch (UnknownHostException | NumberFormatException wrong) {
                throw new IllegalArgumentException("koppelwerk.outbound.allow: " + text + " is no network", wrong);
            }
        }

        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != prefix.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((bytes[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) return false;
            }
            return true;
        }
    }
}
