package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A bare array, a page of it where the resource has pages; the header {@code Link} leads to the next one. */
final class AdcPages {

    private final SwitchPanel switches;
    private final AdcErrors errors;
    private int cuts;

    AdcPages(SwitchPanel switches, AdcErrors errors) {
        this.switches = switches;
        this.errors = errors;
    }

    AdcFilter filter(Call call, List<String> fields) {
        var text = call.query().getOrDefault("Filter", call.query().getOrDefault("filter", ""));
        if (text.length() > switches.number("filter-max")) {
            throw errors.refused(414, "The filter is too long");
        }
        return text.isBlank() ? AdcFilter.ALL : AdcFilterParser.parse(text, fields, switches);
    }

    int standard() {
        return Integer.parseInt(switches.get("records-per-page").split("/")[0]);
    }

    int most() {
        return Integer.parseInt(switches.get("records-per-page").split("/")[1]);
    }

    /** Rows in their order; only those of the page are worked out. */
    Answer page(Call call, Stream<ObjectNode> rows) {
        int size = number(call, "per_page", standard(), most());
        int page = number(call, "page", 1, Integer.MAX_VALUE);
        var items = Json.array();
        rows.skip((long) (page - 1) * size).limit(size + 1L).forEach(items::add);
        var goesOn = items.size() > size;
        if (goesOn) {
            items.remove(size);
        }
        goesOn = cut(items, goesOn);
        var answer = whole(items);
        return goesOn ? answer.with("Link", link(call, size, 1, "first") + ", " + link(call, size, page + 1, "next")) : answer;
    }

    Answer whole(ArrayNode items) {
        if (items.isEmpty() && switches.is("empty", "404-nothing-found")) {
            throw errors.nothingFound();
        }
        return Answer.json(200, items);
    }

    /** Without an error: every other page ends the listing early, the others repeat a row. */
    private boolean cut(ArrayNode items, boolean goesOn) {
        if (!switches.on("cut-page") || items.size() < 2) {
            return goesOn;
        }
        if (cuts++ % 2 == 0) {
            items.add(items.get(0).deepCopy());
            return goesOn;
        }
        while (items.size() > 1) {
            items.remove(items.size() - 1);
        }
        return false;
    }

    private static String link(Call call, int size, int page, String rel) {
        var query = new StringBuilder("per_page=" + size + "&page=" + page);
        call.query().forEach((name, value) -> {
            if (!name.matches("per_page|page")) {
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            }
        });
        return "<http://" + call.header("Host").orElse("localhost") + call.path() + "?" + query + ">; rel=\"" + rel + "\"";
    }

    private int number(Call call, String name, int standard, int most) {
        var text = call.query().getOrDefault(name, String.valueOf(standard));
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw errors.refused(400, name + " is " + text);
        }
        return Math.min(Integer.parseInt(text), most);
    }
}
