package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says where Clickmate is not what e-conomic makes of it, and what may differ because it cannot cross. It reads what the two stand-ins
 * export and uses none of the hub's code.
 */
final class DanishComparison {

    private final Map<String, List<JsonNode>> clickmate = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> excused = new TreeMap<>();
    private int contacts;
    private int fields;

    private DanishComparison() {
    }

    /** @param excused how many values of a field stay in e-conomic, because they are none that Clickmate could hold */
    record Verdict(int customers, int contacts, int fields, Map<String, Integer> excused, List<String> differences) {

        @Override
        public String toString() {
            return customers + " customers with " + contacts + " contacts compared in " + fields + " fields, may differ " + excused + ", " + differences.size()
                    + " differences" + (differences.isEmpty() ? "" : ":\n  " + String.join("\n  ", differences.subList(0, Math.min(10, differences.size()))));
        }
    }

    /** Every customer of e-conomic has to be in Clickmate once, and nothing there may point to a customer that is not. */
    static Verdict of(List<JsonNode> economic, List<JsonNode> clickmate) {
        var comparison = new DanishComparison();
        clickmate.forEach(customer -> comparison.clickmate.computeIfAbsent(reference(customer), number -> new ArrayList<>()).add(customer));
        economic.forEach(comparison::customer);
        comparison.strangers(economic);
        return new Verdict(economic.size(), comparison.contacts, comparison.fields, comparison.excused, comparison.differences);
    }

    /** The number that a customer of Clickmate has in e-conomic; empty where it has none. */
    static String reference(JsonNode customer) {
        for (var reference : customer.path("externalRefs")) {
            if (text(reference.path("system")).equals("ECONOMIC")) {
                return text(reference.path("id"));
            }
        }
        return "";
    }

    private void customer(JsonNode customer) {
        var number = text(customer.path("customerNumber"));
        var found = clickmate.getOrDefault(number, List.of());
        note(found.size() == 1, number + " is in Clickmate " + found.size() + " times");
        if (found.size() == 1) {
            same(number, customer, found.get(0));
        }
    }

    private void same(String number, JsonNode customer, JsonNode found) {
        var there = DanishFaces.clickmate(found);
        var stays = DanishFaces.stays(customer);
        stays.keySet().forEach(field -> excused.merge(field, 1, Integer::sum));
        DanishFaces.economic(customer).forEach((field, value) -> {
            fields++;
            note(value.equals(there.get(field)) || stays.containsKey(field), number + " " + field + ": '" + value + "' and '" + there.get(field) + "'");
        });
        contacts(number, DanishFaces.contacts(customer), DanishFaces.contacts(found));
    }

    /** By e-mail address or name: what remains after the equal ones are taken away differs. */
    private void contacts(String number, List<Map<String, String>> wanted, List<Map<String, String>> found) {
        var missing = new ArrayList<>(wanted);
        contacts += missing.size();
        fields += 3 * missing.size();
        found.forEach(contact -> note(missing.remove(contact), number + " has a contact in Clickmate that e-conomic has not: " + contact));
        missing.forEach(contact -> note(false, number + " misses a contact in Clickmate: " + contact));
    }

    private void strangers(List<JsonNode> economic) {
        var numbers = economic.stream().map(customer -> text(customer.path("customerNumber"))).toList();
        var known = new java.util.HashSet<>(numbers);
        clickmate.keySet().stream().filter(number -> !number.isEmpty() && !known.contains(number)).forEach(number -> note(false, number + " is named in Clickmate and nowhere in e-conomic"));
    }

    private void note(boolean right, String difference) {
        if (!right) {
            differences.add(difference);
        }
    }
}
