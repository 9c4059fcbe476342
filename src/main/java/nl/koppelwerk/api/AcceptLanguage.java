package nl.koppelwerk.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import nl.koppelwerk.relation.Wording;

/** Chooses among the languages of the hub by a request's header (RFC 9110, section 12.5.4); the region does not matter. */
final class AcceptLanguage {

    private static final Wording USUAL = Wording.EN;
    private static final String ANY = "*";
    /** Characters; what browsers send is far shorter, and reading it costs the square of its length. */
    private static final int LONGEST = 1_000;

    private AcceptLanguage() { }

    /** @param headers as they came; with none, with none that can be read and with none of ours it is English */
    static Wording of(List<String> headers) {
        var ranges = ranges(String.join(",", headers));
        return ranges.stream().filter(range -> range.getWeight() > 0).flatMap(range -> chosen(range, ranges).stream()).findFirst().orElse(USUAL);
    }

    private static Optional<Wording> chosen(LanguageRange wanted, List<LanguageRange> ranges) {
        if (!wanted.getRange().equals(ANY)) return named(wanted);
        return Arrays.stream(Wording.values()).filter(wording -> ranges.stream().noneMatch(range -> named(range).filter(wording::equals).isPresent())).findFirst();
    }

    private static Optional<Wording> named(LanguageRange range) {
        var language = range.getRange().split("-", 2)[0];
        return Arrays.stream(Wording.values()).filter(wording -> wording.tag().equals(language)).findFirst();
    }

    /** The most wanted first; of equal ones as they were named. */
    private static List<LanguageRange> ranges(String header) {
        try {
            return header.isBlank() || header.length() > LONGEST ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
