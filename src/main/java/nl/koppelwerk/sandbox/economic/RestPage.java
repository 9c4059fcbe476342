package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** One page of a collection, as {@code skippages} and {@code pagesize} ask for it, with the addresses of its neighbours. */
final class RestPage {

    static final int MOST = 1000;

    private static final int STANDARD = 20;

    private final Call call;
    private final RestErrors errors;
    private final Map<String, String> query;
    private final int size;
    private final int skip;

    RestPage(Call call, RestErrors errors) {
        this.call = call;
        this.errors = errors;
        this.query = call.query();
        this.size = number("pagesize", STANDARD, 1, MOST);
        this.skip = number("skippages", 0, 0, Integer.MAX_VALUE / MOST);
    }

    <T> List<T> of(List<T> all) {
        var begin = Math.min((long) skip * size, all.size());
        return all.subList((int) begin, (int) Math.min(begin + size, all.size()));
    }

    Answer answer(ArrayNode items, int results, int withoutFilter, ObjectNode actions, SwitchPanel switches) {
        var body = Json.object();
        body.set("collection", items);
        var last = Math.max(0, (results - 1) / size);
        var pagination = body.putObject("pagination").put("skipPages", skip).put("pageSize", size).put("maxPageSizeAllowed", MOST)
                .put("results", results).put("resultsWithoutFilter", withoutFilter).put("firstPage", page(0));
        if (skip < last) {
            pagination.put("nextPage", page(skip + 1));
        } else if (!switches.is("last-page-next", "absent")) {
            pagination.put("nextPage", switches.is("last-page-next", "null") ? null : page(last));
        }
        if (skip > 0) {
            pagination.put("previousPage", page(skip - 1));
        }
        pagination.put("lastPage", page(last));
        body.set("metaData", actions);
        return Answer.json(200, body.put("self", address()));
    }

    private String page(int number) {
        var rest = call.rawQuery() == null ? "" : call.rawQuery().replaceAll("(?i)(^|&)(skippages|pagesize)=[^&]*", "");
        return path() + "?skippages=" + number + "&pagesize=" + size + (rest.isEmpty() || rest.startsWith("&") ? rest : "&" + rest);
    }

    private String address() {
        return call.rawQuery() == null ? path() : path() + "?" + call.rawQuery();
    }

    private String path() {
        return "http://" + call.header("Host").orElse("127.0.0.1") + call.path();
    }

    private int number(String name, int standard, int least, int most) {
        var text = query.getOrDefault(name, "" + standard);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Refused(errors.coded(400, name + " must be between " + least + " and " + most + ".", "E04810"));
        }
        return Integer.parseInt(text);
    }
}
