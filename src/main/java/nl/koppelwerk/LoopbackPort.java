package nl.koppelwerk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** TCP ports: whether one is free, and a free one. */
final class LoopbackPort {
    private LoopbackPort() {
    }

    /** The remembered port while it is free, so that an operator's tools find the database again; else another. */
    static int remembered(Optional<String> before) {
        return before.filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf).filter(LoopbackPort::isFree).orElseGet(LoopbackPort::anyFree);
    }

    private static boolean isFree(int port) {
        return isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CannotStart("No free port on the loopback address for the embedded database", none);
        }
    }
}
