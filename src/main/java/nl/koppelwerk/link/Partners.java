package nl.koppelwerk.link;

/**
 * Two parts that are the same part.
 *
 * @param source the part's id in the source, or empty while it has none there
 * @param target the part's id in the target, or empty while it has none there
 */
public record Partners(PartKey key, String source, String target) {

    public String on(Side side) { return side == Side.SOURCE ? source : target; }
}
