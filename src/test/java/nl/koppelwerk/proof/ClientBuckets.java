package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** In which bucket each client of an administration and each client of Accounton stands, told from what the two stand-ins export and by none of the hub's code. */
final class ClientBuckets {

    static final String ADDED = "only-in-import";
    static final String LEFT = "only-in-target";
    static final String BOTH = "duplicate";
    static final String INVALID = "invalid";

    private final Map<String, ImportedClient> byId = new LinkedHashMap<>();
    private final Map<String, JsonNode> byNumber = new HashMap<>();
    private final Set<String> partners = new HashSet<>();
    private final Map<String, JsonNode> byMailAndName = new HashMap<>();
    /** By bucket the ids: of clients of Accounton for those that only it has, of the administration for all others. */
    final Map<String, Set<String>> ids = new TreeMap<>();

    ClientBuckets(List<ImportedClient> imported, List<JsonNode> clients) {
        imported.forEach(one -> byId.put(one.id(), one));
        clients.forEach(this::index);
        List.of(ADDED, LEFT, BOTH, INVALID).forEach(bucket -> ids.put(bucket, new TreeSet<>()));
        clients.forEach(client -> ids.get(LEFT).add(client.path("id").asText()));
        imported.stream().filter(ImportedClient::meant).forEach(this::sort);
    }

    private void index(JsonNode client) {
        if (client.hasNonNull("nationalNumber")) {
            byNumber.put(client.path("nationalNumber").asText(), client);
        }
        partners.add(client.path("partnerNationalNumber").asText(""));
        byMailAndName.put(mailAndName(client.path("email").asText(""), client.path("firstName").asText(""), client.path("lastName").asText("")), client);
    }

    Collection<ImportedClient> imported() {
        return byId.values();
    }

    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        ids.forEach((bucket, all) -> counts.put(bucket, all.size()));
        return counts;
    }

    private void sort(ImportedClient one) {
        var own = number(one);
        var isPartner = own.filter(partners::contains).isPresent() || Optional.ofNullable(byId.get(one.partner())).flatMap(ClientBuckets::number).filter(byNumber::containsKey).isPresent();
        var client = own.map(byNumber::get).or(() -> isPartner ? Optional.empty() : Optional.ofNullable(byMailAndName.get(mailAndName(one.email(), one.firstName(), one.lastName()))));
        client.ifPresent(met -> ids.get(LEFT).remove(met.path("id").asText()));
        var bucket = isInvalid(one) ? INVALID : client.isPresent() ? BOTH : isPartner || isSecond(one, own) ? "" : ADDED;
        if (!bucket.isEmpty()) {
            ids.get(bucket).add(one.id());
        }
    }

    /** The elder of a couple has the dossier, if the import has the elder; and who has no number never has it. */
    private boolean isSecond(ImportedClient one, Optional<String> own) {
        var theirs = Optional.ofNullable(byId.get(one.partner())).filter(ImportedClient::meant).flatMap(ClientBuckets::number);
        return theirs.isPresent() && (one.number().isEmpty() || own.isPresent() && born(theirs.get()).compareTo(born(own.get())) < 0);
    }

    /** The year that the check digits tell, and the digits. */
    private static String born(String number) {
        return (check(number, "") ? "19" : "20") + number;
    }

    private static Optional<String> number(ImportedClient one) {
        return Optional.of(one.number()).filter(number -> number.length() == 11 && (check(number, "") || check(number, "2")));
    }

    private static boolean check(String number, String century) {
        return 97 - Long.parseLong(century + number.substring(0, 9)) % 97 == Long.parseLong(number.substring(9));
    }

    private static boolean isInvalid(ImportedClient one) {
        var lacks = Stream.of(one.firstName(), one.lastName(), one.email(), one.language()).anyMatch(String::isBlank);
        var hasWrongNumber = !one.number().isEmpty() && number(one).isEmpty();
        return lacks || hasWrongNumber || !one.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
    }

    private static String mailAndName(String email, String first, String last) {
        return email.toLowerCase(Locale.ROOT) + "|" + folded(first) + "|" + folded(last);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
