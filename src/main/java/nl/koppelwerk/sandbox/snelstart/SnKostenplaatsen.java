package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code /kostenplaatsen}: cost centres with a number that no other has; a removed one is inactive and keeps its number. */
final class SnKostenplaatsen {

    private static final int LONGEST = 50;
    private static final int HIGHEST = 999_999_999;

    private final Bucket kept;
    private final Ids ids;
    private final SnRequests requests;
    private final SnReplace replace;
    private final SnView view;
    private final SnErrors errors;
    private final SwitchPanel switches;

    SnKostenplaatsen(Bucket kept, Ids ids, SnRequests requests, SnView view, SnErrors errors, SwitchPanel switches) {
        this.kept = kept;
        this.ids = ids;
        this.requests = requests;
        this.replace = new SnReplace(switches);
        this.view = view;
        this.errors = errors;
        this.switches = switches;
    }

    Answer list() {
        var all = Json.array();
        all().filter(one -> !isInactive(one) || switches.is("list-inactive", "include")).forEach(one -> all.add(view.kostenplaats(one)));
        return Answer.json(200, all);
    }

    Answer read(String id) {
        return Answer.json(200, view.kostenplaats(active(id)));
    }

    Answer create(Call call) {
        var fresh = SnReplace.fresh(SnModel.KOSTENPLAATS, bound(call));
        errors.judge(flaws -> {
            flaws.check(fresh.path("id").isNull(), "ALG-0100", "Id hoort leeg te zijn");
            flaws.check(!kept.has(fresh.path("id").asText()), "KPL-0002", "Id bestaat al");
            judge(fresh, "", flaws);
            flaws.check(!isInactive(fresh), "KPL-0009", "Een nieuwe kostenplaats is actief");
        });
        var made = put(fresh.put("id", ids.uuid()));
        var answer = Answer.json(201, view.kostenplaats(made));
        return switches.is("location-on-201", "present") ? answer.with("Location", call.path() + "/" + made.get("id").textValue()) : answer;
    }

    Answer replace(Call call, String id) {
        var old = kept.get(id.toLowerCase()).orElseThrow(errors::notFound);
        if (isInactive(old) && !switches.is("put-inactive", "allow")) {
            throw switches.is("put-inactive", "404") ? errors.notFound() : errors.flaw("ALG-0105", "De kostenplaats is nonactief");
        }
        var fresh = replace.replaced(SnModel.KOSTENPLAATS, old, bound(call));
        errors.judge(flaws -> {
            var named = flaws.check(!fresh.path("id").isNull(), "KPL-0003", "Id ontbreekt");
            flaws.check(!named || fresh.get("id").equals(old.get("id")), "ALG-0101", "Id is een ander dan dat van het adres");
            judge(fresh, old.get("id").textValue(), flaws);
        });
        return Answer.json(200, view.kostenplaats(put(fresh)));
    }

    Answer remove(String id) {
        put(active(id).put("nonactief", true));
        return switches.is("delete-body", "empty") ? Answer.empty(200) : Answer.json(200, Json.object());
    }

    ObjectNode put(ObjectNode one) {
        kept.put(one.get("id").textValue(), one);
        return one;
    }

    void clear() {
        kept.clear();
    }

    Stream<ObjectNode> all() {
        return kept.ids().stream().map(id -> kept.get(id).orElseThrow());
    }

    private ObjectNode active(String id) {
        return kept.get(id.toLowerCase()).filter(one -> !isInactive(one)).orElseThrow(errors::notFound);
    }

    private static boolean isInactive(ObjectNode one) {
        return one.path("nonactief").asBoolean();
    }

    private ObjectNode bound(Call call) {
        return requests.bound(call, "kostenplaats", SnModel.KOSTENPLAATS, "ALG-0102");
    }

    private void judge(ObjectNode one, String own, SnFlaws flaws) {
        flaws.check(!SnRules.blank(one, "omschrijving"), "KPL-0004", "Omschrijving ontbreekt");
        flaws.check(one.path("omschrijving").asText().length() <= LONGEST, "KPL-0005", "Omschrijving is langer dan " + LONGEST);
        if (flaws.check(one.hasNonNull("nummer"), "KPL-0006", "Nummer ontbreekt")) {
            var number = one.get("nummer").intValue();
            flaws.check(number >= 1 && number <= HIGHEST, "KPL-0007", "Nummer ligt niet tussen 1 en " + HIGHEST);
            flaws.check(all().noneMatch(other -> other.get("nummer").intValue() == number && !other.get("id").textValue().equals(own)), "KPL-0008", "Nummer bestaat al");
        }
    }
}
