package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void a_taken_http_port_is_said_with_the_setting_that_moves_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            assertThatThrownBy(() -> HttpPort.requireFree("127.0.0.1", other.getLocalPort(), "quarkus.http.port"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort())).hasMessageContaining("quarkus.http.port");
        }
    }

    @Test
    void any_port_will_do_when_none_is_asked_for() {
        assertThatCode(() -> HttpPort.requireFree("127.0.0.1", 0, "quarkus.http.port")).doesNotThrowAnyException();
    }

    @Test
    void the_database_comes_back_on_the_port_it_had() {
        int first = LoopbackPort.remembered(Optional.empty());

        int second = LoopbackPort.remembered(Optional.of(Integer.toString(first)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void another_port_is_taken_when_the_remembered_one_is_gone_or_nonsense() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPort.remembered(Optional.of(Integer.toString(other.getLocalPort())))).isNotEqualTo(other.getLocalPort());
            assertThat(LoopbackPort.remembered(Optional.of("half a line"))).isPositive();
        }
    }
}
