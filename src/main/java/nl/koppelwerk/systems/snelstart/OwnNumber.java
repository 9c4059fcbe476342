package nl.koppelwerk.systems.snelstart;

import java.util.Optional;

/** Our own reference where it is a number that SnelStart can keep for us. */
final class OwnNumber {

    private OwnNumber() { }

    static Optional<Integer> of(String reference) {
        if (!reference.matches("[1-9][0-9]{0,9}")) return Optional.empty();
        return Optional.of(Long.parseLong(reference)).filter(number -> number <= Integer.MAX_VALUE).map(Long::intValue);
    }

    /** Where it stands. */
    static String member(SnelStartResource resource) { return resource == SnelStartResource.RELATIES ? "relatiecode" : "nummer"; }
}
