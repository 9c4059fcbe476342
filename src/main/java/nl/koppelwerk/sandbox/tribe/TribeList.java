package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code GET /v1/odata/<Set>}: conditions, order, pages, and what may be odd about them. */
final class TribeList {

    private final TribeSearch search;
    private final TribeView view;
    private final SwitchPanel switches;
    private final TribeErrors errors;
    private final Random random = new Random(7);
    private int cuts;

    TribeList(TribeSearch search, TribeView view, SwitchPanel switches, TribeErrors errors) {
        this.search = search;
        this.view = view;
        this.switches = switches;
        this.errors = errors;
    }

    Answer answer(Call call, String set, List<TribeTable> tables, TribeOptions asked) {
        var options = new TribeOptions(allowed(asked.filter()), asked.order(), asked.top(), asked.skip(), asked.count(), asked.shape());
        var page = page(options);
        var hits = hits(tables, options, page);
        var items = Json.array();
        hits.stream().limit(page).forEach(hit -> items.add(view.record(hit.type(), hit.record(), options.shape())));
        var body = Json.object().put("@odata.context", "$metadata#OData." + set);
        if (options.count()) {
            body.put("@odata.count", search.find(tables, options).count());
        }
        body.set("value", switches.on("cut-page") ? cut(items) : items);
        return Answer.json(200, hits.size() > page && switches.is("next-link", "present") ? body.put("@odata.nextLink", next(call, options.skip() + page)) : body);
    }

    /** One more than the page, to know whether there is a next one. */
    private List<TribeSearch.Hit> hits(List<TribeTable> tables, TribeOptions options, long page) {
        var found = search.find(tables, options);
        if (options.order().isEmpty() && switches.is("order", "shuffled-per-call")) {
            var all = new ArrayList<>(found.toList());
            Collections.shuffle(all, random);
            found = all.stream();
        }
        return found.skip(options.skip()).limit(page + 1).toList();
    }

    private long page(TribeOptions options) {
        if (options.top().isEmpty()) {
            return switches.is("page-default", "unlimited") ? Integer.MAX_VALUE : (long) switches.number("page-default");
        }
        var top = options.top().getAsInt();
        var most = switches.is("page-max", "unlimited") ? Integer.MAX_VALUE : (int) switches.number("page-max");
        if (top > most && switches.is("page-over", "400")) {
            throw errors.refused(400, "$top is at most " + most);
        }
        return Math.min(top, most);
    }

    private ODataFilter allowed(ODataFilter filter) {
        return without("ImportId", switches.get("import-id"), without("LastMutationDate", switches.get("filter-last-mutation"), filter));
    }

    private ODataFilter without(String path, String value, ODataFilter filter) {
        if (value.equals("works") || filter.paths().noneMatch(path::equals)) {
            return filter;
        }
        if (value.equals("400")) {
            throw errors.refused(400, "Filtering on " + path + " is not supported");
        }
        return blind(path, filter);
    }

    /** The condition as a server reads it that does not see one field. */
    private static ODataFilter blind(String path, ODataFilter filter) {
        if (filter instanceof ODataFilter.And and) {
            return new ODataFilter.And(blind(path, and.left()), blind(path, and.right()));
        }
        if (filter instanceof ODataFilter.Or or) {
            return new ODataFilter.Or(blind(path, or.left()), blind(path, or.right()));
        }
        return filter.paths().anyMatch(path::equals) ? new ODataFilter.Always() : filter;
    }

    /** Without an error: every other page ends early, the others repeat their first row. */
    private ArrayNode cut(ArrayNode items) {
        if (items.size() > 1 && cuts++ % 2 == 0) {
            return items.add((ObjectNode) items.get(0).deepCopy());
        }
        while (items.size() > 1) {
            items.remove(items.size() - 1);
        }
        return items;
    }

    private static String next(Call call, long skip) {
        var rest = call.rawQuery() == null ? "" : "&" + call.rawQuery().replaceAll("&?(\\$|%24)skip=\\d+", "");
        return "http://" + call.header("Host").orElse("") + call.path() + "?$skip=" + skip + rest;
    }
}
