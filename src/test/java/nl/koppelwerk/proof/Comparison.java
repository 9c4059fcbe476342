package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Says where Tribe is not what AdvocaatCentraal and the mapping of types make of it. It reads what the two vendors export
 * and uses none of the hub's code, so that a mistake in the hub is no mistake here too.
 */
final class Comparison {

    private final Map<String, String> mapping;
    private final TribeRecords tribe;
    private final Faces faces;
    private final List<String> differences = new ArrayList<>();
    private int wanted;
    private int leftOut;
    private int contacts;
    private int fields;

    private Comparison(Map<String, String> mapping, boolean kvkLink, TribeRecords tribe) {
        this.mapping = mapping;
        this.tribe = tribe;
        this.faces = new Faces(tribe, kvkLink);
    }

    /** What was found: {@code wanted} relations have to be in Tribe, {@code leftOut} must not be. */
    record Verdict(int wanted, int leftOut, int contacts, int fields, List<String> differences) {

        @Override
        public String toString() {
            return wanted + " relations with " + contacts + " contacts compared in " + fields + " fields, " + leftOut + " rightly left out, "
                    + differences.size() + " differences" + (differences.isEmpty() ? "" : ":\n  " + String.join("\n  ", differences.subList(0, Math.min(40, differences.size()))));
        }
    }

    /** Compares after a first run: {@code mapping} from relation type to role, an empty role is not synchronised (AC-14, AC-22). */
    static Verdict of(List<JsonNode> advocaatcentraal, List<JsonNode> tribe, Map<String, String> mapping, boolean kvkLink) {
        var comparison = new Comparison(mapping, kvkLink, new TribeRecords(tribe));
        advocaatcentraal.forEach(comparison::relation);
        comparison.strangers(advocaatcentraal);
        return new Verdict(comparison.wanted, comparison.leftOut, comparison.contacts, comparison.fields, comparison.differences);
    }

    private void relation(JsonNode relation) {
        var id = text(relation.get("id"));
        var found = tribe.roots().getOrDefault(id, List.of());
        if (roles(relation).isEmpty() || relation.path("gearchiveerd").asBoolean() || relation.path("verwijderd").asBoolean()) {
            leftOut++;
            note(found.isEmpty(), id + " is in Tribe and should not be");
            return;
        }
        wanted++;
        note(found.size() == 1, id + " is in Tribe " + found.size() + " times");
        if (found.size() == 1) {
            same(relation, found.get(0));
        }
    }

    private void same(JsonNode relation, JsonNode root) {
        var id = text(relation.get("id"));
        var isCompany = text(relation.get("soort")).equals("BEDRIJF");
        note(isCompany == text(root.get("_Set")).equals("Relation_Organization"), id + " is of another kind in Tribe");
        side(id, faces.expected(relation), faces.found(root));
        var roles = new TreeSet<>(roles(relation));
        roles.removeIf(role -> !isCompany && !role.equals("Customer"));
        note(List.copyOf(roles).equals(tribe.roles(root)), id + " has roles " + tribe.roles(root) + " instead of " + roles);
        if (isCompany) {
            contacts(id, relation, root);
        }
    }

    private void side(String id, Map<String, String> expected, Map<String, String> found) {
        expected.forEach((field, value) -> {
            fields++;
            note(value.equals(found.getOrDefault(field, "")), id + " " + field + ": '" + value + "' became '" + found.getOrDefault(field, "") + "'");
        });
    }

    /** Contacts have no key that both systems show: what remains after the equal ones are taken away differs. */
    private void contacts(String id, JsonNode relation, JsonNode root) {
        var missing = new ArrayList<Map<String, String>>();
        relation.path("contactpersonen").forEach(contact -> missing.add(faces.expectedContact(contact)));
        contacts += missing.size();
        fields += missing.stream().mapToInt(Map::size).sum();
        for (var contact : tribe.contacts(root)) {
            var found = faces.foundContact(contact);
            note(missing.remove(found), id + " has a contact in Tribe that AdvocaatCentraal has not: " + found);
        }
        missing.forEach(contact -> note(false, id + " misses a contact in Tribe: " + contact));
    }

    private void strangers(List<JsonNode> advocaatcentraal) {
        var known = new TreeSet<String>();
        advocaatcentraal.forEach(relation -> known.add(text(relation.get("id"))));
        tribe.roots().keySet().forEach(id -> note(known.contains(id), id + " is in Tribe and nowhere in AdvocaatCentraal"));
        tribe.loosePersons().forEach(id -> note(false, "person " + id + " in Tribe belongs to nobody"));
    }

    private List<String> roles(JsonNode relation) {
        var roles = new ArrayList<String>();
        relation.path("relatietypen").forEach(type -> roles.add(mapping.getOrDefault(text(type), "")));
        roles.removeIf(String::isEmpty);
        return roles;
    }

    private void note(boolean right, String difference) {
        if (!right) {
            differences.add(difference);
        }
    }
}
