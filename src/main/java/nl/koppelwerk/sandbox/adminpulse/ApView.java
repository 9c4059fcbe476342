package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** How a relation and a task are shown to a caller. */
final class ApView {

    private static final String NATIONAL = "nationalNumber";
    private static final int PARTNER = 5;
    private static final List<String> SEEN = List.of("id", "uniqueIdentifier", "code", "name", "displayName", "commercialName", "legalForm", "accountingRelationcode",
            "companyId", "company", "relationGroupName");

    private final SwitchPanel switches;
    private final ApNames names;

    ApView(SwitchPanel switches) {
        this.switches = switches;
        this.names = new ApNames(switches);
    }

    ObjectNode relation(ObjectNode kept) {
        var shown = Json.object();
        SEEN.forEach(name -> shown.set(name, kept.get(name)));
        shown.set("tos", kept.withArray("/tos"));
        if (switches.is("partner-link", "one-side")) {
            oneSided(shown);
        }
        number(kept);
        language(kept);
        shown.set("_assumed", names.of(kept));
        return dressed(shown);
    }

    ObjectNode task(ObjectNode kept) {
        return dressed(kept);
    }

    /** Of a couple the first says who the other is. */
    private static void oneSided(ObjectNode shown) {
        var links = shown.get("tos").elements();
        while (links.hasNext()) {
            var link = links.next();
            if (link.path("linkType").asInt() == PARTNER && link.path("uniqueIdentifier").asText().compareTo(shown.path("uniqueIdentifier").asText()) < 0) {
                links.remove();
            }
        }
    }

    private void number(ObjectNode kept) {
        var digits = kept.path(NATIONAL).asText("");
        if (!digits.matches("\\d{11}")) {
            return;
        }
        if (switches.is("rrn-format", "dotted")) {
            kept.put(NATIONAL, digits.replaceFirst("(..)(..)(..)(...)(..)", "$1.$2.$3-$4.$5"));
        } else if (switches.is("rrn-format", "sometimes-invalid") && digits.hashCode() % 5 == 0) {
            kept.put(NATIONAL, digits.substring(0, 9) + "00");
        }
    }

    private void language(ObjectNode kept) {
        if (kept.hasNonNull("language") && !switches.is("language-codes", "lower")) {
            kept.put("language", switches.is("language-codes", "empty") ? "" : kept.get("language").asText().toUpperCase(Locale.ROOT));
        }
    }

    private ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("dossierkleur", "blauw").set("boekhoudsoftware", Json.object().putNull("pakket"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
