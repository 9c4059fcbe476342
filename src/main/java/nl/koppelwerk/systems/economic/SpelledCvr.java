package nl.koppelwerk.systems.economic;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which people write a CVR number: an exact condition finds none but the one it names, and one on parts of a text finds strangers.
 * Lists of texts match nothing at e-conomic, so each is a condition of its own.
 */
final class SpelledCvr {

    private SpelledCvr() { }

    static List<String> of(String digits) {
        if (!digits.matches("\\d{8}")) return digits.isBlank() ? List.of() : List.of(digits);
        var blanks = inPairs(digits, " ");
        var halves = digits.substring(0, 4) + " " + digits.substring(4);
        var alone = Stream.of(digits, blanks, halves, inPairs(digits, "."), inPairs(digits, "-"));
        var withCountry = Stream.of("DK" + digits, "DK " + digits, "DK-" + digits, "DK" + blanks, "DK " + blanks, "DK " + halves);
        return Stream.concat(alone, withCountry).toList();
    }

    private static String inPairs(String digits, String mark) { return digits.replaceAll("\\d\\d(?!$)", "$0" + mark); }
}
