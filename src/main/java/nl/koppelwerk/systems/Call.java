package nl.koppelwerk.systems;

import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request to a vendor, without its login.
 *
 * @param path  below the base address, encoded
 * @param query encoded, without the question mark; empty for none
 * @param paid  counts against the account's budget
 */
public record Call(String method, Base base, String path, String query, Map<String, String> headers, byte[] body, Login login, boolean paid) {

    /** Which address of the account the path stands below. */
    public enum Base { API, AUTH }

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path, String query, Login login) {
        return new Call("GET", Base.API, path, query, Map.of(), null, login, true);
    }

    public static Call send(String method, String path, String mediaType, byte[] body, Login login) {
        return new Call(method, Base.API, path, "", Map.of("Content-Type", mediaType), body, login, true);
    }

    /** The same below another address of the account. */
    public Call at(Base other) { return new Call(method, other, path, query, headers, body, login, paid); }

    public Call with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, base, path, query, more, body, login, paid);
    }

    /** Its loss leaves a doubt: the vendor may have done it. */
    public boolean writes() { return !method.equals("GET"); }
}
