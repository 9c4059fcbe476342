package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Relations made, replaced and removed by a program. */
final class SnWrites {

    private final SnRelaties relaties;
    private final SnBookings bookings;
    private final SnRequests requests;
    private final SnReplace replace;
    private final SnRules rules;
    private final SnView view;
    private final SnStamps stamps;
    private final SnErrors errors;
    private final SwitchPanel switches;
    private final Ids ids;

    SnWrites(SnRelaties relaties, SnBookings bookings, SnRequests requests, SnRules rules, SnView view, SnStamps stamps, SnErrors errors, SwitchPanel switches, Ids ids) {
        this.relaties = relaties;
        this.bookings = bookings;
        this.requests = requests;
        this.replace = new SnReplace(switches);
        this.rules = rules;
        this.view = view;
        this.stamps = stamps;
        this.errors = errors;
        this.switches = switches;
        this.ids = ids;
    }

    Answer create(Call call) {
        var relatie = SnReplace.fresh(SnModel.RELATIE, bound(call));
        errors.judge(flaws -> {
            var fresh = relatie.path("id").isNull();
            flaws.check(fresh, "ALG-0100", "Id hoort leeg te zijn");
            flaws.check(fresh, "REL-0063", "Id hoort leeg te zijn");
            rules.judge(relatie, flaws);
            others(relatie, flaws);
            flaws.check(relatie.get("relatiecode").intValue() != 0 || switches.is("relatiecode-zero", "assign"), "REL-0008", "Relatiecode 0 is in gebruik");
        });
        var made = kept(coded(relatie.put("id", ids.uuid()), 0));
        var answer = Answer.json(201, view.relatieWritten(made));
        return switches.is("location-on-201", "present") ? answer.with("Location", call.path() + "/" + made.get("id").textValue()) : answer;
    }

    Answer replace(Call call, ObjectNode old) {
        inactive(old);
        var relatie = replace.replaced(SnModel.RELATIE, old, bound(call));
        errors.judge(flaws -> {
            var same = relatie.path("id").equals(old.get("id"));
            flaws.check(same, "ALG-0101", "Id is een ander dan dat van het adres");
            flaws.check(same, "REL-0047", "Id is een ander dan dat van het adres");
            rules.judge(relatie, flaws);
            flaws.check(relatie.path("relatiesoort").isEmpty() || relatie.get("relatiesoort").equals(old.get("relatiesoort")), "REL-0064", "Relatiesoort is niet te wijzigen");
            others(relatie, flaws);
        });
        return Answer.json(200, view.relatieWritten(kept(coded(relatie, old.path("relatiecode").asInt()))));
    }

    /** It is not gone: it is inactive, and its code stays taken. */
    Answer remove(ObjectNode relatie) {
        if (relatie.path("nonactief").asBoolean()) {
            throw errors.notFound();
        }
        errors.judge(flaws -> uses(relatie, flaws));
        kept(relatie.put("nonactief", true));
        return switches.is("delete-body", "empty") ? Answer.empty(200) : Answer.json(200, Json.object());
    }

    private ObjectNode bound(Call call) {
        return requests.bound(call, "relatie", SnModel.RELATIE, "REL-0066");
    }

    private void inactive(ObjectNode relatie) {
        if (!relatie.path("nonactief").asBoolean() || switches.is("put-inactive", "allow")) {
            return;
        }
        throw switches.is("put-inactive", "404") ? errors.notFound() : errors.flaw("ALG-0105", "De relatie is nonactief");
    }

    /** What has to do with other relations. */
    private void others(ObjectNode relatie, SnFlaws flaws) {
        flaws.check(!relaties.isTaken(relatie.get("relatiecode").intValue(), relatie.path("id").asText()), "REL-0008", "Relatiecode is in gebruik");
        if (relatie.hasNonNull("factuurRelatie")) {
            Optional<ObjectNode> payer = relaties.find(relatie.get("factuurRelatie").textValue());
            flaws.check(payer.isPresent(), "REL-0017", "FactuurRelatie bestaat niet");
            flaws.check(payer.isEmpty() || SnRules.isKind(payer.get(), "Klant"), "REL-0018", "FactuurRelatie is geen klant");
        }
    }

    private void uses(ObjectNode relatie, SnFlaws flaws) {
        var id = relatie.get("id").textValue();
        var use = relatie.path("gebruik");
        flaws.check(!SnRules.isKind(relatie, "Eigen"), "REL-0048", "De eigen relatie blijft");
        if (SnRules.isKind(relatie, "Leverancier")) {
            flaws.check(!bookings.isOpen(id), "REL-0053", "Leverancier heeft open facturen");
            flaws.check(!use.path("inkooporders").asBoolean(), "REL-0054", "Leverancier heeft open inkooporders");
            flaws.check(!use.path("intern").asBoolean(), "REL-0067", "SnelStart gebruikt deze leverancier zelf");
            return;
        }
        flaws.check(!bookings.isOpen(id), "REL-0049", "Klant heeft open facturen");
        flaws.check(!use.path("verkooporders").asBoolean(), "REL-0050", "Klant heeft open verkooporders");
        flaws.check(!relaties.isInvoicedFor(id), "REL-0051", "Klant is factuurrelatie van een ander");
        flaws.check(!use.path("inkooporders").asBoolean(), "REL-0052", "Klant staat in inkooporders");
        flaws.check(!use.path("intern").asBoolean(), "REL-0103", "SnelStart gebruikt deze klant zelf");
    }

    /** A code that was not given is that of before, or the next. */
    private ObjectNode coded(ObjectNode relatie, int before) {
        var given = relatie.get("relatiecode").intValue();
        return given != 0 ? relatie : relatie.put("relatiecode", before != 0 ? before : relaties.nextCode());
    }

    private ObjectNode kept(ObjectNode relatie) {
        relaties.put(relatie.put("modifiedOn", stamps.now()));
        return relatie;
    }
}
