package nl.koppelwerk.flow;

/** The claim is no longer ours: whoever has it now decides, and what this look decided is dropped. */
public final class LookAbandoned extends RuntimeException {

    LookAbandoned(String why) { super(why, null, false, false); }
}
