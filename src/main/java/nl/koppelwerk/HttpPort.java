package nl.koppelwerk;

import java.net.InetSocketAddress;

/** The port that people, programs and vendors reach the program on. */
final class HttpPort {
    private HttpPort() {
    }

    /** Says at once that the port is taken, before a database starts for nothing; 0 asks the system for any. */
    static void requireFree(String host, int port, String setting) {
        if (port != 0 && !LoopbackPort.isFree(new InetSocketAddress(host, port))) {
            throw new CannotStart("port " + port + " is taken by another program. Stop that one, or set " + setting
                    + " (environment: " + setting.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_") + ") to another port.");
        }
    }
}
