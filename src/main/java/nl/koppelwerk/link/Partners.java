package nl.koppelwerk.link;

/**
 * Two parts that are the same part.
 *
 * @param source the part's id in the source, or empty while it has none there
 * @param target the part's id in the target, or empty while it has none there
 */
public record Partners(PartKey key, String source, String target) {

    /** The partners of a part that was just made on one side. */
    public static Partners made(PartKey key, Side side, String id, String bornAs) {
        if (key.kind().hasNaturalKey()) return new Partners(key, key.key(), key.key());
        return side == Side.TARGET ? new Partners(key, bornAs, id) : new Partners(key, id, bornAs);
    }

    public String on(Side side) { return side == Side.SOURCE ? source : target; }
}
