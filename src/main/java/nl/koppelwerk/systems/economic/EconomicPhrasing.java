package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.systems.Phrasing;

/**
 * The error documents of e-conomic: in REST the member {@code errors} mirrors what was sent (E04300), or is a list of texts
 * (filters) or of failures of a schema; the newer services answer problem documents.
 */
final class EconomicPhrasing implements Phrasing {

    /** The two tokens are no pair; under which status that comes is not known. */
    private static final String NO_PAIR = "E02250";

    /** Names that stand between the names of what was sent. */
    private static final List<String> BETWEEN = List.of("errors", "items");

    @Override public boolean denies(JsonNode document) { return document.path("errorCode").asText("").equals(NO_PAIR); }

    @Override public List<Complaint> complaints(JsonNode document) {
        var found = new ArrayList<Complaint>();
        collect(document.path("errors"), "", found);
        if (!found.isEmpty()) return found;
        var sentence = first(document, "message", "msg", "detail", "title");
        return List.of(new Complaint("", sentence.isEmpty() ? code(document) : sentence, code(document)));
    }

    private static void collect(JsonNode node, String at, List<Complaint> found) {
        if (node.isTextual()) found.add(new Complaint(at, node.textValue(), ""));
        else if (node.isArray()) node.forEach(child -> collect(child, at, found));
        else if (!said(node).isEmpty()) found.add(new Complaint(pointer(node, at), said(node), code(node)));
        else node.properties().forEach(member -> {
            boolean leads = member.getValue().isContainerNode();
            if (leads) collect(member.getValue(), BETWEEN.contains(member.getKey()) ? at : below(at, member.getKey()), found);
        });
    }

    /** Old documents say message and value where newer ones say errorMessage and inputValue. */
    private static String said(JsonNode node) { return first(node, "errorMessage", "message"); }

    /** Nothing that could be somebody's number. */
    private static String code(JsonNode node) {
        var code = node.path("errorCode").asText("");
        return code.matches("E[0-9]{5}|[A-Za-z]{1,40}") ? code : "";
    }

    private static String pointer(JsonNode node, String at) {
        if (!at.isEmpty()) return at;
        var named = first(node, "propertyName", "property", "schemaPath", "path").replaceFirst("^[#$]?[/.]?", "").replace("properties/", "").replace('.', '/');
        return named.isEmpty() ? "" : Character.toLowerCase(named.charAt(0)) + named.substring(1);
    }

    private static String below(String at, String name) { return at.isEmpty() ? name : at + "/" + name; }

    private static String first(JsonNode node, String... names) {
        return Stream.of(names).map(name -> node.path(name).asText("")).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
}
