package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The addresses behind the gateway: which call needs which scope and is answered by what. */
record SnApi(SnRelaties relaties, SnList list, SnWrites writes, SnCustomFields customFields, SnBookings bookings, SnKostenplaatsen kostenplaatsen,
        SnLanden landen, SnCompany company, SnView view, SnErrors errors, SwitchPanel switches) {

    Answer answer(Call call, List<String> steps, List<String> scopes) {
        if (!scopes.containsAll(needed(call.method(), steps))) {
            throw new Refused(errors.forbidden());
        }
        if (steps.size() > 1 && !steps.get(0).equals("echo") && !SnBinding.isId(steps.get(1)) && !steps.get(0).equals("authorization")) {
            throw errors.flaw("ALG-0103", "Ongeldig id");
        }
        return switch (steps.get(0)) {
            case "relaties" -> relaties(call, steps);
            case "kostenplaatsen" -> kostenplaatsen(call, steps);
            default -> others(call, steps);
        };
    }

    private static List<String> needed(String method, List<String> steps) {
        var right = method.equals("GET") ? "read" : "write";
        return switch (steps.get(0)) {
            case "relaties" -> steps.size() > 2 && steps.get(2).endsWith("boekingen") ? List.of("relaties:read", "boekhouden:read") : List.of("relaties:" + right);
            case "kostenplaatsen", "landen", "companyInfo" -> List.of("settings:" + right);
            default -> List.of();
        };
    }

    private Answer relaties(Call call, List<String> steps) {
        return switch (shape(call, steps)) {
            case "GET" -> list.answer(call.query());
            case "POST" -> writes.create(call);
            case "GET id" -> Answer.json(200, view.relatie(active(steps.get(1))));
            case "PUT id" -> writes.replace(call, found(steps.get(1)));
            case "DELETE id" -> writes.remove(found(steps.get(1)));
            case "GET customFields" -> customFields.read(active(steps.get(1)));
            case "PUT customFields" -> customFields.change(call, active(steps.get(1)));
            case "GET doorlopendeincassomachtigingen" -> nothingOf(active(steps.get(1)));
            case "GET inkoopboekingen" -> Answer.json(200, bookings.of(steps.get(1), "inkoop"));
            case "GET verkoopboekingen" -> Answer.json(200, bookings.of(steps.get(1), "verkoop"));
            default -> throw nowhere();
        };
    }

    private Answer kostenplaatsen(Call call, List<String> steps) {
        return switch (shape(call, steps)) {
            case "GET" -> kostenplaatsen.list();
            case "POST" -> kostenplaatsen.create(call);
            case "GET id" -> kostenplaatsen.read(steps.get(1));
            case "PUT id" -> kostenplaatsen.replace(call, steps.get(1));
            case "DELETE id" -> kostenplaatsen.remove(steps.get(1));
            default -> throw nowhere();
        };
    }

    private Answer others(Call call, List<String> steps) {
        return switch (call.method() + " " + steps.get(0) + (steps.size() > 1 ? "/" : "")) {
            case "GET landen" -> Answer.json(200, landen.all());
            case "GET landen/" -> Answer.json(200, landen.land(landen.code(steps.get(1)).orElseThrow(errors::notFound)));
            case "GET companyInfo" -> company.read();
            case "PUT companyInfo" -> company.change(call);
            case "GET echo" -> Answer.empty(204);
            case "GET echo/" -> Answer.json(200, Json.object().textNode(String.join("/", steps.subList(1, steps.size()))));
            case "GET authorization/" -> Answer.json(200, Json.object().put("hasAccess", !call.query().getOrDefault("userIdentifier", "").isBlank()));
            default -> throw nowhere();
        };
    }

    private static String shape(Call call, List<String> steps) {
        return call.method() + (steps.size() == 1 ? "" : steps.size() == 2 ? " id" : " " + String.join("/", steps.subList(2, steps.size())));
    }

    /** Nobody enters mandates here. */
    private static Answer nothingOf(ObjectNode relatie) {
        return Answer.json(200, Json.array());
    }

    private ObjectNode found(String id) {
        return relaties.find(id).orElseThrow(errors::notFound);
    }

    private ObjectNode active(String id) {
        var relatie = found(id);
        if (relatie.path("nonactief").asBoolean() && switches.is("item-inactive", "404")) {
            throw errors.notFound();
        }
        return relatie;
    }

    private Refused nowhere() {
        return new Refused(errors.gateway(404, "Resource not found"));
    }
}
