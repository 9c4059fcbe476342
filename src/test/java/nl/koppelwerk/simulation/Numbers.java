package nl.koppelwerk.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.koppelwerk.systems.economic.ContactId;

/** The customer numbers of an agreement: which record has which, and who had one last. Contact persons are numbered beside them, from the same number on. */
final class Numbers {

    private static final int FIRST = 1001;
    private final boolean reusesLowest;
    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private final Map<String, String> ofRecord = new HashMap<>();
    private int highest = FIRST - 1;
    private int highestContact = FIRST - 1;

    /** @param reusesLowest a number that was freed is given to the next customer */
    Numbers(boolean reusesLowest) { this.reusesLowest = reusesLowest; }

    /** The number that the vendor gives by itself. */
    String next() {
        int lowest = FIRST;
        while (now.containsKey("" + lowest)) lowest++;
        return "" + (reusesLowest ? lowest : highest + 1);
    }

    /** The id of the next contact person. */
    String nextContact() { return ContactId.of("" + ++highestContact); }

    /** A number that a contact person has and no customer. */
    Optional<String> ofContact() {
        return IntStream.rangeClosed(FIRST, highestContact).mapToObj(Integer::toString).filter(this::isFree).findFirst();
    }

    void give(String number, String record) {
        free(record);
        now.put(number, record);
        last.put(number, record);
        ofRecord.put(record, number);
        highest = Math.max(highest, Integer.parseInt(number));
    }

    void free(String record) { now.remove(ofRecord.get(record), record); }

    Optional<String> now(String number) { return Optional.ofNullable(now.get(number)); }

    boolean isFree(String number) { return !now.containsKey(number); }

    /** Whose it is, or was last; a number that nobody ever had stands for itself. */
    String last(String number) { return last.getOrDefault(number, number); }

    /** The number of a record, or the last that it had. */
    String of(String record) { return ofRecord.getOrDefault(record, record); }
}
