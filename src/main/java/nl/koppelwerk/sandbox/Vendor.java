package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** One outside system as this program plays it. */
public interface Vendor {

    /** The id of the system, also the first part of its switches' keys. */
    String system();

    /** Whether a path of this server belongs to the system. */
    boolean serves(String path);

    /** Answers by the vendor's contract; may throw {@link Refused}. */
    Answer answer(Call call);

    /** An answer by the vendor's own form of an error, as a scripted fault needs it. */
    Answer failure(int status, String text);

    /** Forgets all records and invents new ones; the same seed gives the same records. */
    void seed(long seed, int relations);

    /** Answers a call of {@code /_sandbox/{system}/...}: what a person does in the vendor's own screens. */
    Answer desk(Call call, String rest);

    /** Every record as it is kept, one object each. */
    void export(Consumer<ObjectNode> line);

    /** How many calls may run at the same time by the contract, so that this one may; the switch {@code quota} goes before it. */
    default int atOnce(Call call) {
        return Integer.MAX_VALUE;
    }

    /** What a call hears that is one too many at the same time. */
    default Answer crowded() {
        return failure(429, "too many calls at the same time").with("Retry-After", "1");
    }
}
