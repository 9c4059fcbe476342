package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/**
 * What a person does in the screens. Besides the members of a customer there are {@code NationalNr}, {@code addresses},
 * {@code taskflows} (names) and {@code partner} (the number of the other customer, 0 for none).
 */
final class AdcDesk {

    private final AdcRecords records;
    private final AdcLog log;
    private final SwitchPanel switches;

    AdcDesk(AdcRecords records, AdcLog log, SwitchPanel switches) {
        this.records = records;
        this.log = log;
        this.switches = switches;
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        var silently = call.query().containsKey("silently");
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> Answer.json(201, made(Controls.body(call), silently));
            case "2 GET records" -> Answer.json(200, coupled(found(steps.get(1)), records.partners()));
            case "2 PATCH records" -> Answer.json(200, changed(found(steps.get(1)), Controls.body(call), silently));
            case "2 DELETE records" -> deleted(steps.get(1), silently);
            case "1 POST load" -> load(call);
            case "1 POST taskflows" -> taskflow(Controls.body(call));
            default -> throw new Refused(Answer.problem(404, "Not Found", "no such address at the desk"));
        };
    }

    void export(Consumer<ObjectNode> line) {
        var partners = records.partners();
        records.customers(AdcFilter.ALL).forEach(customer -> line.accept(coupled(customer, partners)));
    }

    private static ObjectNode coupled(ObjectNode customer, Map<Long, Long> partners) {
        return customer.put("partner", partners.getOrDefault(customer.get("CustomerId").longValue(), 0L));
    }

    private Answer list(Call call) {
        var limit = Integer.parseInt(call.query().getOrDefault("limit", "100"));
        var skip = Integer.parseInt(call.query().getOrDefault("cursor", "0"));
        var items = Json.array();
        var partners = records.partners();
        records.customers(AdcFilter.ALL).skip(skip).limit(limit).forEach(customer -> items.add(coupled(customer, partners)));
        return Answer.json(200, Json.object().put("nextCursor", items.size() < limit ? null : String.valueOf(skip + limit)).set("items", items));
    }

    private ObjectNode made(ObjectNode wanted, boolean silently) {
        var fresh = Json.object().put("CustomerId", records.newCustomerId()).put("IsCompany", false).put("IsActive", true).put("Language", "NL").put("CustomerCrmType", 8);
        List.of("CustCode", "Name", "Firstname", "CommercialName", "Email", "Phone", "Mobile", "VATNr", "RegistrationNr", "NationalNr", "DateOfBirth", "Sex").forEach(name -> fresh.put(name, ""));
        fresh.putArray("addresses");
        fresh.putArray("taskflows");
        if (!silently) {
            log.add("CUSTOMER", "INSERT", fresh.get("CustomerId").longValue(), fresh.get("CustomerId").longValue());
        }
        return changed(fresh, wanted, true);
    }

    private ObjectNode changed(ObjectNode kept, ObjectNode change, boolean silently) {
        var id = kept.get("CustomerId").longValue();
        var partner = change.remove("partner");
        if (partner != null) {
            join(id, partner.asLong());
        }
        change.path("addresses").forEach(address -> numbered((ObjectNode) address, id));
        Json.merge(kept, change);
        records.put(kept);
        if (!silently) {
            change.fieldNames().forEachRemaining(name -> told(kept, name));
        }
        return kept;
    }

    private void join(long id, long partner) {
        records.partOf(String.valueOf(id));
        if (partner > 0) {
            records.link(AdcRecords.PARTNER, id, partner);
        }
    }

    /** Taskflows and links are in no table of the log that is documented. */
    private void told(ObjectNode kept, String member) {
        var id = kept.get("CustomerId").longValue();
        switch (member) {
            case "taskflows" -> { }
            case "addresses" -> kept.get("addresses").forEach(address -> log.add("CUSTOMER_ADRESS", "UPDATE", id, address.get("CustomerAddressId").longValue()));
            case "Email" -> log.add(switches.is("emails", "separate-list") ? "CUSTOMER_EMAIL" : "CUSTOMER", "UPDATE", id, id);
            case "NationalNr" -> log.add(switches.is("national-number", "private-only") ? "CUSTOMER_PRIVATE" : "CUSTOMER", "UPDATE", id, id);
            default -> log.add("CUSTOMER", "UPDATE", id, id);
        }
    }

    private static void numbered(ObjectNode address, long customer) {
        if (!address.has("CustomerAddressId")) {
            address.put("CustomerAddressId", 500_000 + customer).put("AddressId", 600_000 + customer);
        }
    }

    private Answer deleted(String id, boolean silently) {
        var gone = found(id).get("CustomerId").longValue();
        records.remove(id);
        if (!silently) {
            log.add("CUSTOMER", "DELETE", gone, gone);
        }
        return Answer.empty(204);
    }

    private Answer load(Call call) {
        JsonNode all = Json.read(call.body());
        all.forEach(one -> made((ObjectNode) one, true));
        return Answer.json(201, Json.object().put("loaded", all.size()));
    }

    /** Made or changed, by its number. */
    private Answer taskflow(ObjectNode wanted) {
        records.taskflow(wanted.path("TaskId").longValue(), wanted.path("TaskName").asText(), wanted.path("TaskActive").asBoolean(true));
        return Answer.json(200, wanted);
    }

    private ObjectNode found(String id) {
        return records.customer(id).orElseThrow(() -> new Refused(Answer.problem(404, "Not Found", "no customer " + id)));
    }
}
