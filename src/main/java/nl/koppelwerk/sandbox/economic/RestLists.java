package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** The lists that customers refer to, read only: a person keeps them at the desk. */
final class RestLists {

    private final EcoDesign design;
    private final RestErrors errors;

    RestLists(EcoDesign design, RestErrors errors) {
        this.design = design;
        this.errors = errors;
    }

    Answer all(Call call, String path) {
        reads(call);
        var page = new RestPage(call, errors);
        var all = design.records().lists().all(path);
        var items = Json.array();
        page.of(all).forEach(item -> items.add(wire(item, path, RestLinks.of(call))));
        return page.answer(items, all.size(), all.size(), Json.object(), design.switches());
    }

    Answer one(Call call, String path, String key) {
        reads(call);
        return Answer.json(200, wire(found(path, key), path, RestLinks.of(call)));
    }

    ObjectNode found(String path, String key) {
        return design.records().lists().find(path, key).orElseThrow(() -> errors.missing("'" + key + "' does not exist in " + path + "."));
    }

    private static ObjectNode wire(ObjectNode item, String path, RestLinks links) {
        var key = item.get(EcoLists.KEYS.get(path)).asText();
        if (path.equals("customer-groups")) {
            item.set("account", links.reference("accountNumber", item.path("account").asInt(5600), "accounts"));
            item.put("customers", links.to(path, key, "customers"));
        }
        return item.put("self", links.to(path, key));
    }

    private void reads(Call call) {
        if (!call.method().equals("GET")) {
            throw errors.refused(call.method().matches("POST|PUT|DELETE") ? 501 : 405, "This stand-in only reads here.");
        }
    }
}
