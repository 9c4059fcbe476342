package nl.koppelwerk.sandbox.adminpulse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Pages counted from 0, at most 400 rows each, with how many pages there are. */
final class ApPages {

    private static final int MOST = 400;

    private final SwitchPanel switches;
    private final ApErrors errors;
    private final Random random = new Random(20);
    private int cuts;

    ApPages(SwitchPanel switches, ApErrors errors) {
        this.switches = switches;
        this.errors = errors;
    }

    Answer answer(Map<String, String> query, List<String> all, Function<String, ObjectNode> view) {
        var size = size(query);
        var page = number(query, "page", 0);
        var pages = (all.size() + size - 1) / size;
        if (page > 0 && page >= pages && switches.is("past-end", "404")) {
            throw errors.refused(404, "there are " + pages + " pages");
        }
        var rows = Json.array();
        var ids = ordered(all);
        ids.subList(Math.min((int) Math.min((long) page * size, Integer.MAX_VALUE), ids.size()), (int) Math.min((page + 1L) * size, ids.size())).stream()
                .map(view).forEach(rows::add);
        if (switches.on("cut-page") && rows.size() > 1) {
            return cuts++ % 2 == 0 ? Answer.json(200, Json.object().put("pageCount", pages).set("results", rows.add(rows.get(0).deepCopy())))
                    : Answer.json(200, Json.object().put("pageCount", page + 1).set("results", Json.array().add(rows.get(0))));
        }
        return Answer.json(200, Json.object().put("pageCount", pages).set("results", rows));
    }

    private List<String> ordered(List<String> all) {
        if (switches.is("order", "insertion")) {
            return all;
        }
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private int size(Map<String, String> query) {
        var asked = number(query, "pageSize", (int) switches.number("page-default"));
        if (asked < 1 || asked > MOST && switches.is("page-over", "400")) {
            throw errors.refused(400, "pageSize is 1 to " + MOST);
        }
        return Math.min(asked, MOST);
    }

    private int number(Map<String, String> query, String name, int unsaid) {
        var text = query.getOrDefault(name, String.valueOf(unsaid));
        if (!text.matches("\\d{1,7}")) {
            throw errors.refused(400, name + " is no number");
        }
        return Integer.parseInt(text);
    }
}
