package nl.koppelwerk.systems;

import java.net.UnknownHostException;

/** An address that this installation may not call. */
final class NotAllowed extends UnknownHostException {

    NotAllowed(String host) { super(host + " is not allowed by koppelwerk.outbound.allow"); }
}
