package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;

/** The three ways the newer services list: by cursor, by page, and only counted. */
final class ApisList {

    private static final int CURSOR_PAGE = 1000;
    private static final int PAGES_LIMIT = 10_000;

    private final String name;
    private final EcoQuery query;
    private final ApisErrors errors;
    private final EcoCut cut;

    ApisList(String name, EcoQuery query, ApisErrors errors, EcoCut cut) {
        this.name = name;
        this.query = query;
        this.errors = errors;
        this.cut = cut;
    }

    /** By number, whatever {@code sort} says; no cursor means that this was all. */
    Answer cursor(Collection<EcoRow> rows, Map<String, String> asked, Function<ObjectNode, ObjectNode> view) {
        var after = asked.containsKey("cursor") ? after(asked.get("cursor")) : 0;
        var found = query.filtered(rows, asked.get("filter")).stream().filter(row -> row.number() > after).toList();
        var shown = found.subList(0, Math.min(CURSOR_PAGE, found.size()));
        var answer = Json.object();
        answer.set("items", items(shown, view));
        return Answer.json(200, found.size() == shown.size() ? answer : answer.put("cursor", cursor(shown.get(shown.size() - 1).number())));
    }

    Answer paged(Collection<EcoRow> rows, Map<String, String> asked, Function<ObjectNode, ObjectNode> view) {
        var size = number(asked, "pageSize", 20, 1, 100);
        var begin = number(asked, "skipPages", 0, 0, 100) * size;
        var found = query.sorted(query.filtered(rows, asked.get("filter")), asked.get("sort"));
        var end = Math.min(begin + size, Math.min(PAGES_LIMIT, found.size()));
        return Answer.json(200, items(begin < end ? found.subList(begin, end) : List.of(), view));
    }

    Answer count(Collection<EcoRow> rows, Map<String, String> asked) {
        return Answer.json(200, new IntNode(query.filtered(rows, asked.get("filter")).size()));
    }

    private ArrayNode items(List<EcoRow> rows, Function<ObjectNode, ObjectNode> view) {
        var items = Json.array();
        rows.forEach(row -> items.add(view.apply(row.record().get())));
        return cut.maybe(items);
    }

    private String cursor(int number) {
        var text = name + ":" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString((text + ":" + Integer.toHexString(text.hashCode())).getBytes(StandardCharsets.US_ASCII));
    }

    /** A cursor that was never given out is refused. */
    private int after(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(":");
            if (parts.length == 3 && cursor.equals(cursor(Integer.parseInt(parts[1])))) {
                return Integer.parseInt(parts[1]);
            }
        } catch (IllegalArgumentException broken) {
            // Falls through: it is no cursor of ours either.
        }
        throw errors.invalid(List.of(new ApisErrors.Flaw("cursor", "The cursor is not valid.", "BadRequest")));
    }

    private int number(Map<String, String> asked, String name, int standard, int least, int most) {
        var text = asked.getOrDefault(name, "" + standard);
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            var field = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            throw errors.invalid(List.of(new ApisErrors.Flaw(name, "The field " + field + " must be between " + least + " and " + most + ".", "BadRequest")));
        }
        return Integer.parseInt(text);
    }
}
