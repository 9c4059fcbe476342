package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Updates of a relation, one of its contacts or one of its addresses, by the rules of the switches of the moment. */
final class AcUpdate {

    private static final Map<String, String> SHORT_GENDER = Map.of("man", "M", "vrouw", "V", "onbekend", "X");

    private final AcRecords records;
    private final AcView view;
    private final SwitchPanel switches;
    private final Ids ids;

    AcUpdate(AcRecords records, AcView view, SwitchPanel switches, Ids ids) {
        this.records = records;
        this.view = view;
        this.switches = switches;
        this.ids = ids;
    }

    Answer relation(Call call, ObjectNode relation) {
        apply(call, relation, relation, AcFields.of(relation));
        save(relation, true);
        return answer(relation, view.relation(relation.deepCopy()));
    }

    Answer contact(Call call, ObjectNode relation, String id) {
        var contact = part(relation, "contactpersonen", one -> one.path("id").asText().equals(id), "no contact " + id);
        apply(call, relation, contact, AcFields.CONTACT);
        save(relation, switches.is("child-touches-parent", "yes"));
        return answer(relation, view.contact(contact.deepCopy()));
    }

    Answer address(Call call, ObjectNode relation, String type) {
        var oneLine = switches.is("house-number", "one-line");
        var address = part(relation, "adressen", one -> one.path("type").asText().equals(type), "no address of type " + type);
        apply(call, relation, address, oneLine ? AcFields.ADDRESS_ONE_LINE : AcFields.ADDRESS);
        if (oneLine) {
            address.putNull("toevoeging");
        }
        save(relation, switches.is("child-touches-parent", "yes"));
        return answer(relation, view.address(address.deepCopy()));
    }

    Answer answer(ObjectNode relation, ObjectNode body) {
        var answer = Answer.json(200, body);
        return switches.is("concurrency", "etag-412") ? answer.with("ETag", etag(relation)) : answer;
    }

    private void apply(Call call, ObjectNode relation, ObjectNode target, AcFields fields) {
        var put = switches.is("update", "full-put");
        var body = body(call, put ? "application/json" : "application/merge-patch+json");
        checkVersion(call, relation, body);
        if (put) {
            body.retain(fields.writable());
            fields.writable().stream().filter(name -> !body.has(name)).forEach(body::putNull);
        }
        var longGender = switches.is("gender", "man/vrouw/onbekend");
        var errors = fields.errors(body, longGender ? List.of("man", "vrouw", "onbekend") : List.of("M", "V", "X"));
        if (!errors.isEmpty()) {
            throw new Refused(Answer.problem(422, "Validation failed", errors.size() + " fields were refused", errors));
        }
        if (longGender && body.hasNonNull("geslacht")) {
            body.put("geslacht", SHORT_GENDER.get(body.get("geslacht").textValue()));
        }
        target.setAll(body);
    }

    private void checkVersion(Call call, ObjectNode relation, ObjectNode body) {
        switch (switches.get("concurrency")) {
            case "etag-412" -> require(call.header("If-Match").orElse(null), etag(relation), 412);
            case "version-in-body-409" -> {
                var version = body.remove("versie");
                require(version == null ? null : version.asText(), relation.get("versie").asText(), 409);
            }
            default -> body.remove(Set.of("versie"));
        }
    }

    private static void require(String given, String current, int stale) {
        if (given == null) {
            throw new Refused(Answer.problem(428, "Precondition Required", "say which version you have read"));
        }
        if (!given.equals(current)) {
            throw new Refused(Answer.problem(stale, stale == 412 ? "Precondition Failed" : "Conflict", "the relation has been changed since: now " + current));
        }
    }

    private void save(ObjectNode relation, boolean touches) {
        if (switches.is("contact-ids", "renumbered-on-change")) {
            relation.path("contactpersonen").forEach(contact -> ((ObjectNode) contact).put("id", "AC-C-" + (900_000 + ids.number())));
        }
        records.save(relation, touches);
    }

    private static ObjectNode part(ObjectNode relation, String list, Predicate<ObjectNode> wanted, String missing) {
        for (var part : relation.path(list)) {
            if (wanted.test((ObjectNode) part)) {
                return (ObjectNode) part;
            }
        }
        throw new Refused(Answer.problem(404, "Not Found", missing + ": it is born in AdvocaatCentraal"));
    }

    private static ObjectNode body(Call call, String type) {
        if (!call.header("Content-Type").orElse("").startsWith(type)) {
            throw new Refused(Answer.problem(415, "Unsupported Media Type", "send " + type));
        }
        return Json.readObject(call.body()).orElseThrow(() -> new Refused(Answer.problem(400, "Bad Request", "the body is not a JSON object")));
    }

    private static String etag(ObjectNode relation) {
        return "\"" + relation.get("versie").asText() + "\"";
    }
}
