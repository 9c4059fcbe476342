package nl.koppelwerk.systems;

/** Asked right before a call leaves whether it still may; the variable {@code fence} of the routes. */
@FunctionalInterface
public interface Fence {

    /** For what does no harm when it comes late. */
    Fence NONE = () -> true;

    boolean mayLeave();
}
