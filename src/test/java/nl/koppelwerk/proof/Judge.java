package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What became of what people typed, from what both vendors export and the holds that the hub shows. */
final class Judge {

    /**
     * @param lost        last words of people that are neither in both systems nor in an open hold
     * @param doubled     records that exist more than once in Tribe
     * @param unexplained differences that no open hold has the values of
     * @param held        last words that wait in a hold
     */
    record Verdict(List<String> lost, List<String> doubled, List<String> unexplained, int held) {

        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
        }
    }

    private Judge() {
    }

    static Verdict of(Vendors vendors, ProofLink link, List<People.Edit> last) {
        var held = squeezed(link.api().holds().stream().map(hold -> hold.path("values").toString()).collect(Collectors.joining(" ")));
        var differences = link.compare().differences();
        var doubled = differences.stream().filter(Judge::isDoubled).toList();
        var unexplained = differences.stream().filter(one -> !isDoubled(one) && !isExplained(one, held)).toList();
        var lost = new ArrayList<String>();
        var waiting = 0;
        var ac = byId(vendors.export(Vendors.AC));
        var tribe = new TribeRecords(vendors.export(Vendors.TRIBE)).roots();
        for (var edit : last) {
            if (held.contains(squeezed(edit.value()))) {
                waiting++;
            } else if (!stands(edit, ac.get(edit.source()), tribe.getOrDefault(edit.source(), List.of()))) {
                lost.add(edit.toString());
            }
        }
        return new Verdict(lost, doubled, unexplained, waiting);
    }

    /** Either both are telephone numbers of one line, or the same text. */
    static boolean same(JsonNode one, JsonNode other) {
        var isPhone = Wording.text(one).matches("[+0-9 ()-]{6,}") && Wording.text(other).matches("[+0-9 ()-]{6,}");
        return isPhone ? Wording.phone(one).equals(Wording.phone(other)) : Wording.lower(one).equals(Wording.lower(other));
    }

    private static boolean stands(People.Edit edit, JsonNode relation, List<JsonNode> roots) {
        var typed = TextNode.valueOf(edit.value());
        return same(typed, relation.path(edit.inAc())) && roots.stream().allMatch(root -> same(typed, root.path(edit.inTribe())));
    }

    private static boolean isDoubled(String difference) {
        return difference.matches("(?s).* is in Tribe ([2-9]|\\d\\d+) times.*") || difference.contains("belongs to nobody")
                || difference.contains("has a contact in Tribe that AdvocaatCentraal has not");
    }

    /** Both values of the difference stand in a hold. */
    private static boolean isExplained(String difference, String held) {
        var values = difference.split("'");
        return values.length >= 4 && held.contains(squeezed(values[1])) && held.contains(squeezed(values[3]));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s()+-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static HashMap<String, JsonNode> byId(List<JsonNode> export) {
        var all = new HashMap<String, JsonNode>();
        export.forEach(one -> all.put(one.get("id").asText(), one));
        return all;
    }
}
