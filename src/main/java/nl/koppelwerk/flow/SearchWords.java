package nl.koppelwerk.flow;

import static nl.koppelwerk.relation.Fields.CALL_NAME;
import static nl.koppelwerk.relation.Fields.EMAIL;
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
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Relation;

/** The whole words by which people search a relation: of its names, its number and its e-mail, without case and accents. */
public final class SearchWords {

    private static final List<Field<?>> SEARCHED = List.of(NAME, TRADE_NAME, FIRST_NAMES, CALL_NAME, LAST_NAME, NUMBER, EMAIL);

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() { }

    static List<String> of(Collection<Relation> relations) {
        return relations.stream().flatMap(SearchWords::texts).flatMap(SearchWords::folded).distinct().sorted().toList();
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
