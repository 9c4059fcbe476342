package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an office booked in SnelStart before there was a link: every second relation of Compenda under each of its hats, recognisable by
 * KvK number or e-mail address. Some have little more than the key, some say something else, all have members that are SnelStart's alone.
 */
final class SnelStartBefore {

    /** Of the known ones each so many-th says something else. */
    private static final int ODD = 10;
    /** And so many-th has little more than the key. */
    private static final int BARE = 4;
    private static final int LONGEST = 50;

    private final List<Map<String, Object>> relaties = new ArrayList<>();
    private final Set<String> keys = new TreeSet<>();

    static SnelStartBefore of(List<JsonNode> compenda) {
        var before = new SnelStartBefore();
        for (var place = 0; place < compenda.size(); place += 2) {
            var relation = compenda.get(place);
            BookkeepingFaces.kinds(relation).forEach(kind -> before.add(relation, kind));
        }
        return before;
    }

    List<Map<String, Object>> relaties() {
        return relaties;
    }

    /** What the link never touches, by relatie. */
    static List<String> untouched(List<JsonNode> snelstart) {
        return snelstart.stream().filter(relatie -> text(relatie.path("memo")).startsWith("Al klant")).map(relatie -> String.join(" ", BookkeepingDesk.id(relatie), text(relatie.path("memo")),
                text(relatie.path("iban")), text(relatie.path("aanmaningsoort")), text(relatie.path("relatiecode")))).sorted().toList();
    }

    /** Nobody is entered twice: what shares a key with another one is left out. */
    private void add(JsonNode relation, String kind) {
        var face = BookkeepingFaces.compenda(relation, kind);
        var own = List.of(kind + face.get("kvk"), kind + face.get("email"));
        var hasKey = !face.get("kvk").isEmpty() || !face.get("email").isEmpty();
        if (!hasKey || text(relation.path("name")).length() >= LONGEST || own.stream().filter(key -> !key.equals(kind)).anyMatch(keys::contains)) {
            return;
        }
        keys.addAll(own);
        keys.remove(kind);
        relaties.add(relatie(face, kind, relaties.size()));
    }

    private static Map<String, Object> relatie(Map<String, String> face, String kind, int place) {
        var isOdd = place % ODD == ODD - 1;
        var relatie = new LinkedHashMap<String, Object>(Map.of("naam", face.get("name").isEmpty() ? "Relatie " + place : face.get("name") + (isOdd ? "." : ""), "relatiesoort", List.of(kind), "memo", "Al klant sinds " + (1990 + place % 30),
                "iban", "NL91ABNA0417164300"));
        put(relatie, "kvkNummer", face.get("kvk"));
        put(relatie, "email", face.get("email"));
        if (kind.equals(BookkeepingFaces.CUSTOMER)) {
            relatie.put("aanmaningsoort", "Onderneming");
        }
        if (place % BARE != 0) {
            put(relatie, "telefoon", isOdd ? "010 1234567" : face.get("phone").replaceFirst("^31", "0"));
            put(relatie, "websiteUrl", "https://" + face.get("website"));
            relatie.put("vestigingsAdres", Map.of("straat", "Oude Dijk " + (place + 1), "postcode", "3011 AA", "plaats", "Rotterdam", "land", "NL", "contactpersoon", "Afdeling debiteuren"));
            relatie.put("krediettermijn", 90);
        }
        return relatie;
    }

    private static void put(Map<String, Object> relatie, String name, String value) {
        if (!value.isEmpty() && !value.equals("https://")) {
            relatie.put(name, value);
        }
    }
}
