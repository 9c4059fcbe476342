package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Everything under {@code /v1/odata/}: which set, one record or many, and which verb. */
final class TribeOData {

    private static final Pattern ITEM = Pattern.compile("(\\w+)\\(([0-9a-fA-F-]{36})\\)");

    private final TribeDesign design;
    private final SwitchPanel switches;
    private final TribeErrors errors;
    private final TribeList list;
    private final TribeWrites writes;

    TribeOData(TribeDesign design, SwitchPanel switches) {
        this.design = design;
        this.switches = switches;
        this.errors = design.errors();
        this.list = new TribeList(new TribeSearch(design.records()), design.view(), switches, errors);
        this.writes = new TribeWrites(design);
    }

    Answer answer(Call call, String step) {
        if (call.rawQuery() != null && call.rawQuery().indexOf('+') >= 0 && switches.is("plus-in-query", "400")) {
            throw errors.refused(400, "the query holds a +; encode a space as %20");
        }
        if (step.equals("$metadata")) {
            return TribeMetadata.answer(design.records().schema());
        }
        if (step.startsWith("GetCurrentEmployee")) {
            return read(call, "Relationship_Person_Employee", TribeSeed.VIRTUAL_EMPLOYEE);
        }
        if (step.equals("Webhook")) {
            return webhooks();
        }
        var item = ITEM.matcher(step);
        return item.matches() ? item(call, item.group(1), item.group(2).toLowerCase()) : set(call, step);
    }

    private Answer set(Call call, String set) {
        var tables = tables(set);
        return switch (call.method()) {
            case "GET" -> understood(() -> list.answer(call, set, tables, checked(set, TribeOptions.of(call.query()))));
            case "POST" -> writes.post(call, writable(set));
            default -> throw errors.refused(405, call.method() + " is not possible on " + set);
        };
    }

    private Answer item(Call call, String set, String id) {
        tables(set);
        return switch (call.method()) {
            case "GET" -> read(call, set, id);
            case "PUT" -> writes.put(call, writable(set), id);
            case "DELETE" -> writes.delete(writable(set), id);
            default -> throw errors.refused(405, call.method() + " is not possible on a record");
        };
    }

    private Answer read(Call call, String set, String id) {
        var options = understood(() -> checked(set, TribeOptions.of(call.query())));
        var table = tables(set).stream().filter(one -> one.has(id)).findFirst().orElseThrow(() -> errors.refused(404, "there is no " + set + " " + id));
        var kept = table.find(id).orElseThrow();
        var body = Json.object().put("@odata.context", "$metadata#OData." + set + "/$entity");
        body.setAll(design.view().record(table.type(), kept, options.shape()));
        return writes.tagged(Answer.json(200, body), kept);
    }

    /** Names that the set does not know are refused, in whatever option they stand. */
    private TribeOptions checked(String set, TribeOptions options) {
        options.filter().paths().forEach(path -> known(set, path));
        options.order().forEach(order -> known(set, order.path()));
        shape(set, options.shape());
        return options;
    }

    private void shape(String set, Expand shape) {
        shape.select().forEach(name -> known(set, name));
        shape.navigations().forEach((name, inner) -> {
            known(set, name);
            design.records().schema().concrete(set).stream().map(type -> type.navigations().get(name)).filter(java.util.Objects::nonNull).findFirst()
                    .ifPresentOrElse(target -> shape(target, inner), () -> { throw new IllegalArgumentException(name + " cannot be expanded"); });
        });
    }

    private void known(String set, String path) {
        var first = path.split("/")[0];
        if (design.records().schema().concrete(set).stream().noneMatch(type -> type.knows(first)) || !design.view().shows(first) && !first.equals("ImportId")) {
            throw new IllegalArgumentException("The property '" + first + "' does not exist on " + set);
        }
    }

    private List<TribeTable> tables(String set) {
        var tables = design.records().tables(set);
        if (tables.isEmpty()) {
            throw errors.refused(404, "there is no entity set " + set);
        }
        return tables;
    }

    private EntityType writable(String set) {
        return design.records().schema().find(set).filter(EntityType::writable).orElseThrow(() -> errors.refused(405, set + " is read-only"));
    }

    private Answer webhooks() {
        var value = Json.array();
        design.webhooks().all().forEach(hook -> value.addObject().put("ID", hook.get("id").textValue()).put("EntityType", hook.get("entityType").textValue())
                .put("WebhookUrl", hook.get("webhookUrl").textValue()));
        return Answer.json(200, Json.object().put("@odata.context", "$metadata#OData.Webhook").<ObjectNode>set("value", value));
    }

    private <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw errors.refused(400, e.getMessage());
        }
    }
}
