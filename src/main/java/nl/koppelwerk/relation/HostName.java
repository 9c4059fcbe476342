package nl.koppelwerk.relation;

import java.net.IDN;
import java.util.regex.Pattern;

/** Names of hosts by their shape (RFC 1123), without asking whether the top-level domain exists. */
final class HostName {

    private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    static final String PATTERN = "(" + LABEL + "\\.)+([a-zA-Z]{2,63}|[xX][nN]--[a-zA-Z0-9-]{2,59})";
    private static final Pattern NAME = Pattern.compile(PATTERN);

    private HostName() { }

    /** Also in letters of any script, which have a form in ASCII. */
    static boolean fits(String host) {
        try {
            var ascii = IDN.toASCII(host);
            return ascii.length() <= 253 && NAME.matcher(ascii).matches();
        } catch (IllegalArgumentException noHostName) {
            return false;
        }
    }
}
