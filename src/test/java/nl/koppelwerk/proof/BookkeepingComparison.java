package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says where SnelStart is not what Compenda makes of it, and what may differ because it cannot cross. It reads what the two stand-ins
 * export and uses none of the hub's code. Relations of one kind that have a KvK number or an e-mail address in common can have one relatie
 * between them; who has neither is known by name.
 */
final class BookkeepingComparison {

    /** Relations of one kind that share a key, and the relaties that have one of their keys. */
    private static final class Family {

        private final LinkedHashSet<JsonNode> relations = new LinkedHashSet<>();
        private final LinkedHashSet<JsonNode> relaties = new LinkedHashSet<>();
    }

    private final List<String> differences = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final Map<String, Integer> excused = new TreeMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private int equal;
    private int fields;

    /** Faces that relaties had before there was a link, by id. */
    private final Map<String, Map<String, String>> before = new HashMap<>();

    private BookkeepingComparison() {
    }

    /**
     * @param equal   pairs that are equal in all that can cross
     * @param left    relations under a hat that rightly have no relatie, by reason
     * @param excused how many values of a field stay in Compenda, because they are none that SnelStart could hold
     * @param doubled what is in SnelStart more than once
     */
    record Verdict(int equal, int fields, Map<String, Integer> left, Map<String, Integer> excused, List<String> doubled, List<String> differences) {

        @Override
        public String toString() {
            return equal + " pairs equal in " + fields + " fields, without a relatie " + left + ", stay behind " + excused + ", " + doubled.size() + " duplicates, "
                    + differences.size() + " differences" + (differences.isEmpty() ? "" : ":\n  " + String.join("\n  ", differences.subList(0, Math.min(10, differences.size()))));
        }
    }

    /** @param before what SnelStart held before there was a link: it keeps that where Compenda has nothing to say */
    static Verdict of(List<JsonNode> compenda, List<JsonNode> snelstart, List<JsonNode> before) {
        var comparison = new BookkeepingComparison();
        before.forEach(relatie -> comparison.before.put(BookkeepingDesk.id(relatie), BookkeepingFaces.snelstart(relatie)));
        Stream.of(BookkeepingFaces.CUSTOMER, BookkeepingFaces.SUPPLIER).forEach(kind -> comparison.kind(kind,
                compenda.stream().filter(relation -> BookkeepingFaces.kinds(relation).contains(kind)).toList(),
                snelstart.stream().filter(relatie -> BookkeepingDesk.kind(relatie).equals(kind)).toList()));
        return new Verdict(comparison.equal, comparison.fields, comparison.left, comparison.excused, comparison.doubled, comparison.differences);
    }

    private void kind(String kind, List<JsonNode> relations, List<JsonNode> relaties) {
        var families = new HashMap<String, Family>();
        relations.forEach(relation -> join(families, keys(BookkeepingFaces.compenda(relation, kind))).relations.add(relation));
        var seen = new HashMap<String, String>();
        for (var relatie : relaties) {
            var keys = keys(BookkeepingFaces.snelstart(relatie));
            keys.stream().filter(key -> !key.startsWith("name ") && !isNewAddressOfAKnownOne(relatie, key)).forEach(key -> {
                if (seen.put(key, BookkeepingDesk.id(relatie)) != null) {
                    doubled.add(kind + " " + key);
                }
            });
            join(families, keys).relaties.add(relatie);
        }
        new LinkedHashSet<>(families.values()).forEach(family -> judge(kind, family));
    }

    /** Who stood there before, and is known by his KvK number, may have an e-mail address in Compenda that another one has too. */
    private boolean isNewAddressOfAKnownOne(JsonNode relatie, String key) {
        var own = before.get(BookkeepingDesk.id(relatie));
        return own != null && key.startsWith("email ") && !key.equals("email " + own.get("email").toLowerCase(java.util.Locale.ROOT));
    }

    /** The family of all of these keys: families that one relation joins become one. */
    private static Family join(Map<String, Family> families, List<String> keys) {
        var whole = new Family();
        keys.stream().map(families::get).filter(java.util.Objects::nonNull).distinct().forEach(part -> {
            whole.relations.addAll(part.relations);
            whole.relaties.addAll(part.relaties);
            families.replaceAll((key, family) -> family == part ? whole : family);
        });
        keys.forEach(key -> families.put(key, whole));
        return whole;
    }

    private static List<String> keys(Map<String, String> face) {
        var keys = Stream.of("kvk", "email").filter(key -> !face.get(key).isEmpty()).map(key -> key + " " + face.get(key).toLowerCase(java.util.Locale.ROOT)).toList();
        return keys.isEmpty() ? List.of("name " + face.get("name")) : keys;
    }

    /** Each relatie is what one of its relations says, and no relation has two. */
    private void judge(String kind, Family family) {
        var waiting = new ArrayList<>(family.relations);
        for (var relatie : family.relaties) {
            var best = waiting.stream().min(java.util.Comparator.comparingInt(relation -> differing(relation, relatie, kind).size()));
            if (best.isEmpty()) {
                doubled.add(kind + " " + BookkeepingDesk.id(relatie) + " is nobody's in Compenda, or a second one");
                continue;
            }
            waiting.remove(best.get());
            compared(best.get(), relatie, kind);
        }
        for (var relation : waiting) {
            var refusal = BookkeepingFaces.refusal(relation);
            var isShared = family.relations.size() > 1 && !family.relaties.isEmpty();
            if (refusal.isEmpty() && !isShared) {
                differences.add(BookkeepingDesk.id(relation) + " has no " + kind);
            }
            left.merge(refusal.isEmpty() ? "key of another" : refusal, 1, Integer::sum);
        }
    }

    private void compared(JsonNode relation, JsonNode relatie, String kind) {
        var face = BookkeepingFaces.compenda(relation, kind);
        var found = differing(relation, relatie, kind);
        fields += face.size();
        BookkeepingFaces.stays(relation, face).forEach(field -> excused.merge(field, 1, Integer::sum));
        equal += found.isEmpty() ? 1 : 0;
        found.forEach((field, both) -> differences.add(BookkeepingDesk.id(relation) + " " + kind + " " + field + ": " + both));
    }

    private Map<String, String> differing(JsonNode relation, JsonNode relatie, String kind) {
        var face = BookkeepingFaces.compenda(relation, kind);
        var there = BookkeepingFaces.snelstart(relatie);
        var stays = BookkeepingFaces.stays(relation, face);
        var own = before.getOrDefault(BookkeepingDesk.id(relatie), Map.of());
        var found = new TreeMap<String, String>();
        face.forEach((field, value) -> {
            var isKept = value.isEmpty() && there.get(field).equals(own.get(field));
            if (!value.equals(there.get(field)) && !stays.contains(field) && !isKept) {
                found.put(field, "'" + value + "' and '" + there.get(field) + "'");
            }
        });
        return found;
    }
}
