package nl.koppelwerk.api;

/** JSON pointers (RFC 6901) into a request. */
final class Pointer {

    private Pointer() { }

    static String escaped(String member) { return member.replace("~", "~0").replace("/", "~1"); }

    static String of(String... members) {
        var pointer = new StringBuilder();
        for (var member : members) pointer.append('/').append(escaped(member));
        return pointer.toString();
    }
}
