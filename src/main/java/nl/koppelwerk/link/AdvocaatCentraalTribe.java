package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;

/** AdvocaatCentraal &lt;-&gt; Tribe CRM (003_aa424fe31ce06d5c.txt): AdvocaatCentraal creates, both update, nothing is ever removed. */
public final class AdvocaatCentraalTribe implements LinkType {

    /** The roles of a relation that Tribe knows (tribe.md, section 2). */
    static final List<String> ROLES = List.of("Customer", "Lead", "Suspect", "HotProspect", "Prospect", "Supplier");

    static final String TYPES = "relationTypes";
    static final String BRAKE = "brake";
    static final String KVK_LINK = "tribeKvkLink";
    static final List<String> INTERVALS = List.of("pollInterval", "sweepInterval", "compareInterval");

    @Override public String id() { return "advocaatcentraal-tribe"; }

    @Override public String sourceSystem() { return "advocaatcentraal"; }

    @Override public String targetSystem() { return "tribe"; }

    @Override public Rules rules(JsonNode settings, Dialect source, Dialect target) {
        return new AdvocaatCentraalTribeRules(TypeMapping.of(settings.path(TYPES)), settings.path(KVK_LINK).asBoolean(false), source, target);
    }

    @Override public List<Reason> problems(JsonNode settings) {
        var given = new GivenSettings(settings);
        given.map(TYPES, Phrase.ROLE_BY_TYPE.said(), type -> true, role -> role.isEmpty() || ROLES.contains(role),
            Phrase.ONE_OF_THESE_OR_EMPTY.with("known", String.join(", ", ROLES)));
        given.flag(KVK_LINK);
        given.durations(INTERVALS);
        given.countFromZero(BRAKE);
        given.nothingElse(settings());
        return given.problems();
    }

    @Override public List<Setting> settings() {
        return List.of(
            new Setting(TYPES, "map", true, "{}", ROLES, "Which role in Tribe each relation type of AdvocaatCentraal becomes; a type left empty is not synchronised."),
            new Setting(KVK_LINK, "boolean", false, "false", List.of("true", "false"), "The office uses Tribe's own KvK link, so the KvK number is synchronised too."),
            new Setting("pollInterval", "duration", false, "PT5M", List.of(), "How often AdvocaatCentraal is asked what changed (AC-23)."),
            new Setting("sweepInterval", "duration", false, "PT15M", List.of(), "How often Tribe is asked for what its webhooks did not show."),
            new Setting(BRAKE, "number", false, "one in a hundred of its pairs, at least 10", List.of(), "How many destructive changes (emptied fields) it makes in a day before it asks."),
            new Setting("compareInterval", "duration", false, "P1D", List.of(), "How often everything is compared."));
    }

    @Override public List<FieldLine> fields() { return AdvocaatCentraalTribeFields.LINES; }

    @Override public List<NotSynchronised> notSynchronised() { return AdvocaatCentraalTribeFields.LEFT_ALONE; }
}
