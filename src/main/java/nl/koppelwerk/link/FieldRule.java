package nl.koppelwerk.link;

/** How one field travels in a link: in which directions, who wins when both moved apart, what emptying means. */
public record FieldRule(Direction direction, Policy policy, Emptying toTarget, Emptying toSource, boolean isKey) {

    public static final FieldRule BOTH_WAYS = new FieldRule(Direction.BOTH, Policy.ASK, Emptying.COPY, Emptying.COPY, false);

    public enum Direction { BOTH, TO_TARGET, TO_SOURCE, NONE }

    public enum Policy { ASK, SOURCE_WINS, TARGET_WINS }

    /** What becomes of a value that was emptied on the other side. */
    public enum Emptying { COPY, IGNORE, HOLD }

    public boolean mayWrite(Side side) {
        return direction == Direction.BOTH || direction == (side == Side.TARGET ? Direction.TO_TARGET : Direction.TO_SOURCE);
    }

    public Emptying emptying(Side towards) { return towards == Side.TARGET ? toTarget : toSource; }
}
