package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which bucket each relation of AdminPulse and each client of Accounton stands, told from what the two stand-ins export and by none of the hub's code. */
final class ClientBuckets {

    static final String ADDED = "only-in-import";
    static final String LEFT = "only-in-target";
    static final String BOTH = "duplicate";
    static final String INVALID = "invalid";

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, JsonNode> byNumber = new HashMap<>();
    private final Set<String> partners = new HashSet<>();
    private final Map<String, JsonNode> byMailAndName = new HashMap<>();
    /** By bucket the ids: of clients for those that only Accounton has, of relations for all others. */
    final Map<String, Set<String>> ids = new TreeMap<>();
    /** Of those in both: the client of each relation. */
    final Map<String, String> clientOf = new HashMap<>();

    ClientBuckets(List<JsonNode> relations, List<JsonNode> clients) {
        relations.forEach(relation -> byId.put(relation.path("uniqueIdentifier").asText(), relation));
        clients.forEach(this::index);
        List.of(ADDED, LEFT, BOTH, INVALID).forEach(bucket -> ids.put(bucket, new TreeSet<>()));
        relations.forEach(this::sort);
        var met = new HashSet<>(clientOf.values());
        clients.stream().map(client -> client.path("id").asText()).filter(client -> !met.contains(client)).forEach(ids.get(LEFT)::add);
    }

    private void index(JsonNode client) {
        if (client.hasNonNull("nationalNumber")) {
            byNumber.put(client.path("nationalNumber").asText(), client);
        }
        partners.add(client.path("partnerNationalNumber").asText(""));
        byMailAndName.put(mailAndName(client, "firstName", "lastName"), client);
    }

    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        ids.forEach((bucket, all) -> counts.put(bucket, all.size()));
        return counts;
    }

    /** Who is inactive is in the list without a mark (adminpulse.md, switch 13), so nobody can tell. */
    private void sort(JsonNode relation) {
        if (relation.path("type").asText().equals("COMPANY") || !relation.path("status").asText().equals("CLIENT")) {
            return;
        }
        var id = relation.path("uniqueIdentifier").asText();
        var own = number(relation);
        var client = own.map(byNumber::get).or(() -> own.filter(partners::contains).isPresent() ? Optional.empty() : Optional.ofNullable(byMailAndName.get(mailAndName(relation, "firstName", "name"))));
        var bucket = isInvalid(relation) ? INVALID : client.isPresent() ? BOTH : own.filter(partners::contains).isPresent() || isSecond(relation, own) ? "" : ADDED;
        client.ifPresent(met -> clientOf.put(id, met.path("id").asText()));
        if (!bucket.isEmpty()) {
            ids.get(bucket).add(id);
        }
    }

    private boolean isSecond(JsonNode relation, Optional<String> own) {
        for (var link : relation.path("tos")) {
            var partner = link.path("linkType").asInt() == 5 ? byId.get(link.path("uniqueIdentifier").asText()) : null;
            var theirs = partner == null ? Optional.<String>empty() : number(partner);
            if (own.isPresent() && theirs.isPresent()) {
                return born(theirs.get()).compareTo(born(own.get())) < 0;
            }
        }
        return false;
    }

    /** The year that the check digits tell, and the digits. */
    private static String born(String number) {
        return (check(number, "") ? "19" : "20") + number;
    }

    private static Optional<String> number(JsonNode relation) {
        return Optional.of(relation.path("nationalNumber").asText("")).filter(number -> number.length() == 11 && (check(number, "") || check(number, "2")));
    }

    private static boolean check(String number, String century) {
        return 97 - Long.parseLong(century + number.substring(0, 9)) % 97 == Long.parseLong(number.substring(9));
    }

    private static boolean isInvalid(JsonNode relation) {
        var missing = new ArrayList<>(List.of("firstName", "name", "email", "language"));
        missing.removeIf(member -> relation.hasNonNull(member) && !relation.path(member).asText().isBlank());
        var isWrongNumber = relation.hasNonNull("nationalNumber") && number(relation).isEmpty();
        return !missing.isEmpty() || isWrongNumber || !relation.path("email").asText().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
    }

    private static String mailAndName(JsonNode record, String first, String last) {
        return record.path("email").asText("").toLowerCase(Locale.ROOT) + "|" + folded(record.path(first).asText("")) + "|" + folded(record.path(last).asText(""));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
