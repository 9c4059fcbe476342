package nl.koppelwerk.link;

/** How one field travels in a link: in which directions, who wins when both moved apart, what emptying means. */
public record FieldRule(Direction direction, Policy policy, Emptying toTarget, Emptying toSource, boolean isKey) {

    public static final FieldRule BOTH_WAYS = new FieldRule(Direction.BOTH, Policy.ASK, Emptying.COPY, Emptying.COPY, false);

    public static final FieldRule NONE = new FieldRule(Direction.NONE, Policy.ASK, Emptying.IGNORE, Emptying.IGNORE, false);
    public static final FieldRule AT_BIRTH = new FieldRule(Direction.AT_BIRTH, Policy.ASK, Emptying.IGNORE, Emptying.IGNORE, false);

    /** {@code AT_BIRTH}: given along when a record is made, and left alone from then on. */
    public enum Direction { BOTH, TO_TARGET, TO_SOURCE, AT_BIRTH, NONE }

    /** {@code SOURCE_RULES}: the source wins, and what is changed in the target alone is set back as well. */
    public enum Policy { ASK, SOURCE_WINS, TARGET_WINS, SOURCE_RULES }

    /** What becomes of a value that was emptied on the other side. */
    public enum Emptying { COPY, IGNORE, HOLD }

    public boolean mayWrite(Side side) {
        return direction == Direction.BOTH || direction == (side == Side.TARGET ? Direction.TO_TARGET : Direction.TO_SOURCE);
    }

    /** It is part of a record that is made on that side. */
    public boolean mayBear(Side side) { return direction == Direction.AT_BIRTH || mayWrite(side); }

    /** What both sides hold of it is compared. */
    public boolean compares() { return direction != Direction.NONE && direction != Direction.AT_BIRTH; }

    /** It says of which record of the other side this one is the partner: that is the pair's, and nobody chooses it or puts it back. */
    public boolean namesPartner() { return isKey && direction != Direction.BOTH; }

    public Emptying emptying(Side towards) { return towards == Side.TARGET ? toTarget : toSource; }
}
