package nl.koppelwerk.link;

/** A canonical key by which a root is found; the ledger keeps only a keyed hash of it. */
public record MatchKey(String kind, String value) {

    private static final String ALONG = "along:";

    /** One under which a record of the other side holds a root along with its own: whose key it is depends on the side, so that it is never handed from one to the other. */
    public static MatchKey along(String kind, String value) { return new MatchKey(ALONG + kind, value); }

    /** It names one of its own source only, as the number of a customer does: another source gives the same to somebody else. Its kind ends with {@code -id} or {@code -number}. */
    public boolean isOfOneSource() { return kind.endsWith("-id") || kind.endsWith("-number"); }

    public static boolean isAlong(String kind) { return kind.startsWith(ALONG); }
}
