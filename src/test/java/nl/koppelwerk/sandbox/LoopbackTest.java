package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    @Test
    void nobody_else_reaches_the_stand_ins() throws Exception {
        var others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).toList();
        assumeFalse(others.isEmpty(), "this machine has no other address");

        try (var sandbox = Sandbox.start(SandboxOptions.inMemory(1))) {
            connect(InetAddress.getLoopbackAddress(), sandbox.port());
            for (var other : others) {
                assertThatThrownBy(() -> connect(other, sandbox.port())).as(other.toString()).isInstanceOf(IOException.class);
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
