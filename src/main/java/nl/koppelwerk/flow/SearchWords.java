package nl.koppelwerk.flow;

import static nl.koppelwerk.relation.Fields.CALL_NAME;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.EMAILS;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.NUMBER;
import static nl.koppelwerk.relation.Fields.TRADE_NAME;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Relation;

/** The whole words by which people search a relation: of its names, its numbers in both systems and its e-mail addresses, without case and accents. */
public final class SearchWords {

    private static final List<Field<?>> SEARCHED = List.of(NAME, TRADE_NAME, FIRST_NAMES, CALL_NAME, LAST_NAME, NUMBER, EMAIL, EMAILS);

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() { }

    static List<String> of(Collection<Sighting> both) {
        return both.stream().flatMap(seen -> Stream.concat(number(seen), texts(seen.relation()))).flatMap(SearchWords::folded).distinct().sorted().toList();
    }

    /** The source's number of it, and what the target keeps of that or calls it by. */
    private static Stream<String> number(Sighting seen) {
        return seen.side() == Side.TARGET ? Stream.of(seen.relation().reference()) : Stream.of(Hat.of(seen.root()).map(Hat::record).orElse(seen.root()));
    }

    /** What somebody typed, as the index holds it. */
    public static List<String> of(String typed) { return folded(typed).distinct().toList(); }

    private static Stream<String> texts(Relation relation) {
        return SEARCHED.stream().map(field -> relation.values().get(field).text()).filter(text -> !text.isEmpty());
    }

    /** An e-mail address is one word besides its parts. */
    private static Stream<String> folded(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        var whole = plain.contains("@") ? Stream.of(plain.strip()) : Stream.<String>of();
        return Stream.concat(whole, GAPS.splitAsStream(plain).filter(word -> !word.isEmpty()));
    }
}
