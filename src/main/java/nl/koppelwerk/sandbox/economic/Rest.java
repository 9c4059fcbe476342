package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** The REST API of restapi.e-conomic.com, as far as customers are concerned. */
final class Rest {

    private final EcoDesign design;
    private final RestErrors errors;
    private final RestCustomers customers;
    private final RestContacts contacts;
    private final RestLists lists;

    Rest(EcoDesign design, RestErrors errors) {
        var view = new RestView(design.switches());
        this.design = design;
        this.errors = errors;
        this.customers = new RestCustomers(design, errors, view);
        this.contacts = new RestContacts(design, errors, view);
        this.lists = new RestLists(design, errors);
    }

    Answer answer(Call call) {
        var steps = call.stepsAfter(Economic.REST);
        var first = steps.isEmpty() ? "" : steps.get(0);
        if (first.equals("self") && steps.size() == 1) {
            return EcoAccess.only(call, "GET", errors, () -> Answer.json(200, self(RestLinks.of(call))));
        }
        if (first.equals("customers")) {
            return customer(call, steps);
        }
        if (!EcoLists.KEYS.containsKey(first)) {
            throw errors.refused(404, "There is no such address.");
        }
        return list(call, steps);
    }

    private Answer customer(Call call, List<String> steps) {
        if (steps.size() < 3) {
            return steps.size() == 1 ? customers.all(call) : customers.one(call, steps.get(1));
        }
        var owner = EcoChanges.number(customers.found(steps.get(1)));
        return switch (steps.size() + steps.get(2)) {
            case "3contacts" -> contacts.all(call, owner);
            case "4contacts" -> contacts.one(call, owner, steps.get(3));
            case "3delivery-locations" -> EcoAccess.only(call, "GET", errors,
                    () -> new RestPage(call, errors).answer(Json.array(), 0, 0, Json.object(), design.switches()));
            default -> throw errors.refused(501, "This stand-in does not play that part of a customer.");
        };
    }

    private Answer list(Call call, List<String> steps) {
        var path = steps.get(0);
        if (steps.size() == 3 && path.equals("customer-groups") && steps.get(2).equals("customers")) {
            var group = lists.found(path, steps.get(1)).get("customerGroupNumber").intValue();
            return EcoAccess.only(call, "GET", errors, () -> customers.list(call, design.records().customers().rows().stream()
                    .filter(row -> row.record().get().path("customerGroup").intValue() == group).toList()));
        }
        return switch (steps.size()) {
            case 1 -> lists.all(call, path);
            case 2 -> lists.one(call, path, steps.get(1));
            default -> throw errors.refused(404, "There is no such address.");
        };
    }

    private static ObjectNode self(RestLinks links) {
        var self = Json.object().put("agreementNumber", EcoAccess.AGREEMENT).put("userName", "Koppelwerk").put("companyAffiliation", "none").put("canSendElectronicInvoice", true);
        self.putObject("company").put("name", "Ærø Revision ApS").put("addressLine1", "Søndergade 1").put("zip", "5970").put("city", "Ærøskøbing")
                .put("country", "Danmark").put("email", "post@revision.example").put("companyIdentificationNumber", "12345674");
        self.putObject("application").put("appNumber", 4711).put("name", "Koppelwerk").put("created", "2026-01-05").put("self", links.to("apps", 4711));
        self.putObject("settings").put("baseCurrency", "DKK");
        self.putArray("modules").addObject().put("moduleNumber", 5).put("name", "API").put("self", links.to("modules", 5));
        return self.put("self", links.to("self"));
    }
}
