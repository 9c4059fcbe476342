package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept relation as it looks on the wire under the switches of the moment, and what was sent under them as it is kept. */
final class CpView {

    static final List<String> ADDRESSES = List.of("visiting", "postal", "invoice");

    private static final Pattern NUMBERED = Pattern.compile("(.*?\\D) (\\d+)(?: ?(\\S.*))?");

    private final SwitchPanel switches;

    CpView(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Turns a copy of the kept record into the wire form; an address that it has not is null, what else is empty is left out. */
    ObjectNode relation(ObjectNode kept) {
        kept.put("modifiedAt", moment(kept.get("modifiedAt")));
        stamps(kept);
        roles(kept);
        terms(kept);
        addresses(kept);
        primary(kept.withArray("contacts"));
        kept.get("contacts").forEach(one -> dressed((ObjectNode) one));
        return dressed(kept);
    }

    ObjectNode contact(ObjectNode relation, String id) {
        for (var one : relation(relation.deepCopy()).get("contacts")) {
            if (one.path("id").asText().equals(id)) {
                return (ObjectNode) one;
            }
        }
        throw new IllegalStateException(id);
    }

    /** Nothing else of a project is shown. */
    ObjectNode project(ObjectNode kept) {
        return dressed(kept.retain("number", "description"));
    }

    /** What a program sent, as it is kept. */
    ObjectNode kept(ObjectNode relation) {
        if (relation.hasNonNull("paymentTermDays") && switches.is("payment-terms", "text")) {
            relation.put("paymentTermDays", CpTerms.days(relation.get("paymentTermDays")).orElseThrow());
        }
        if (switches.is("address", "one-line street")) {
            relation.path("addresses").forEach(CpView::split);
        }
        relation.remove("version");
        return relation;
    }

    private void stamps(ObjectNode kept) {
        var stamps = (ObjectNode) kept.remove("fieldModifiedAt");
        if (stamps != null && switches.is("field-stamps", "present")) {
            stamps.properties().forEach(stamp -> stamp.setValue(stamps.textNode(moment(stamp.getValue()))));
            kept.set("fieldModifiedAt", stamps);
        }
    }

    /** Where a relation has one role at most, the debtor is left. */
    private void roles(ObjectNode kept) {
        if (switches.is("both-roles", "no") && kept.withArray("roles").size() > 1) {
            kept.putArray("roles").add("DEBTOR");
        }
    }

    private void terms(ObjectNode kept) {
        if (kept.hasNonNull("paymentTermDays") && switches.is("payment-terms", "text")) {
            kept.put("paymentTermDays", CpTerms.text(kept.get("paymentTermDays").intValue()));
        }
        if (kept.get("creditLimit") instanceof ObjectNode limit && switches.is("credit-currency", "missing")) {
            limit.remove("currency");
        }
    }

    private void addresses(ObjectNode kept) {
        var shown = Json.object();
        for (var key : ADDRESSES) {
            var address = kept.path("addresses").get(key);
            shown.set(key, address instanceof ObjectNode there && switches.is("address", "one-line street") ? joined(there) : address);
        }
        kept.set("addresses", shown);
    }

    private static JsonNode joined(ObjectNode address) {
        var line = Stream.of("street", "houseNumber", "addition").map(part -> address.path(part).asText("")).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return ((ObjectNode) address.without(List.of("houseNumber", "addition"))).put("street", line);
    }

    /** Into street, number and what follows it, where there is a number. */
    private static void split(JsonNode address) {
        var line = NUMBERED.matcher(address.path("street").asText(""));
        if (line.matches()) {
            ((ObjectNode) address).put("street", line.group(1)).put("houseNumber", line.group(2)).put("addition", line.group(3));
        }
    }

    private void primary(ArrayNode contacts) {
        if (!switches.is("primary", "exactly-one")) {
            contacts.forEach(one -> ((ObjectNode) one).put("isPrimary", switches.is("primary", "several-marked")));
        }
    }

    private static String moment(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue()).toString();
    }

    private ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("interneKleur", "blauw").set("koppelingen", Json.object().putNull("boekhouding"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
