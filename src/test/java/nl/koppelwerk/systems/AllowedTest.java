package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "::127.0.0.1", "198.18.0.1"})
    void an_address_that_is_not_public_is_refused(String address) throws UnknownHostException {
        assertThat(Allowed.parse("public").allows("host.example", InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "100.128.0.1"})
    void a_public_address_is_allowed(String address) throws UnknownHostException {
        assertThat(Allowed.parse("").allows("host.example", InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest @CsvSource({"loopback,127.0.0.1", "10.1.0.0/16,10.1.255.255", "192.168.7.9,192.168.7.9", "fd00:1::/32,fd00:1::5", "crm.internal,10.9.9.9"})
    void what_the_setting_names_is_allowed(String setting, String address) throws UnknownHostException {
        assertThat(Allowed.parse("public," + setting).allows("crm.internal", InetAddress.getByName(address))).isTrue();
    }

    @Test void a_network_reaches_no_further_than_its_bits() throws UnknownHostException {
        assertThat(Allowed.parse("10.1.0.0/16").allows("host", InetAddress.getByName("10.2.0.0"))).isFalse();
    }

    @ParameterizedTest @ValueSource(strings = {"10.0.0.0/99", "10.0.0.300"}) void a_setting_that_is_no_network_is_told_at_start(String setting) {
        assertThatThrownBy(() -> Allowed.parse(setting)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("koppelwerk.outbound.allow");
    }

    @Test void a_name_that_leads_inside_after_the_check_is_refused_at_the_moment_of_connecting() throws UnknownHostException {
        var answers = new Names(Map.of("vendor.example", new String[] {"93.184.216.34", "10.0.0.1"}));

        assertThatThrownBy(() -> new OutboundGuard(Allowed.parse("public"), answers).resolve("vendor.example")).isInstanceOf(NotAllowed.class);
    }

    private record Names(Map<String, String[]> known) implements DnsResolver {

        @Override public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = new InetAddress[known.get(host).length];
            for (int i = 0; i < addresses.length; i++) addresses[i] = InetAddress.getByName(known.get(host)[i]);
            return addresses;
        }

        @Override public String resolveCanonicalHostname(String host) { return host; }
    }
}
