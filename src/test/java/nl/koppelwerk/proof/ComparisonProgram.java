package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Compares two running stand-ins from the command line: address of the sandbox, then {@code TYPE=Role} pairs, then {@code kvk} if the office uses it. */
final class ComparisonProgram {

    private ComparisonProgram() {
    }

    public static void main(String[] arguments) throws Exception {
        var mapping = new LinkedHashMap<String, String>();
        var rest = List.of(arguments).subList(1, arguments.length);
        rest.stream().filter(one -> one.contains("=")).map(one -> one.split("=", 2)).forEach(one -> mapping.put(one[0], one[1]));
        var verdict = Comparison.of(export(arguments[0], "advocaatcentraal"), export(arguments[0], "tribe"), mapping, rest.contains("kvk"));
        System.out.println(verdict);
        System.exit(verdict.differences().isEmpty() ? 0 : 1);
    }

    private static List<JsonNode> export(String base, String system) throws Exception {
        var records = new ArrayList<JsonNode>();
        for (var line : new JsonCalls(base, "").text("/_sandbox/" + system + "/export").split("\n")) {
            records.add(JsonCalls.JSON.readTree(line));
        }
        return records;
    }
}
