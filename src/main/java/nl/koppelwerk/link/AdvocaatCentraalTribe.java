package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

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
        List<Reason> problems = new ArrayList<>();
        JsonNode types = settings.path(TYPES);
        if (!types.isObject()) problems.add(setting(TYPES, "an object of relation type to Tribe role", ""));
        types.fields().forEachRemaining(type -> {
            String role = type.getValue().asText("");
            if (!type.getValue().isTextual() || !role.isEmpty() && !ROLES.contains(role))
                problems.add(setting(TYPES + "/" + type.getKey(), String.join(", ", ROLES) + " or empty", role));
        });
        if (settings.has(KVK_LINK) && !settings.get(KVK_LINK).isBoolean()) problems.add(setting(KVK_LINK, "true or false", settings.get(KVK_LINK).asText()));
        INTERVALS.stream().filter(settings::has).filter(name -> !isInterval(settings.get(name)))
            .forEach(name -> problems.add(setting(name, "a duration from one second to a week, such as PT5M", settings.get(name).asText())));
        if (settings.has(BRAKE) && !(settings.get(BRAKE).isInt() && settings.get(BRAKE).asInt() >= 0)) problems.add(setting(BRAKE, "a whole number from 0", settings.get(BRAKE).asText()));
        Set<String> unknown = new TreeSet<>();
        settings.fieldNames().forEachRemaining(unknown::add);
        settings().forEach(known -> unknown.remove(known.name()));
        unknown.forEach(name -> problems.add(new Reason(ReasonCode.SETTING_UNKNOWN, name)));
        return problems;
    }

    private static boolean isInterval(JsonNode given) {
        try {
            return given.isTextual() && Duration.parse(given.asText()).compareTo(Duration.ofSeconds(1)) >= 0
                && Duration.parse(given.asText()).compareTo(Duration.ofDays(7)) <= 0;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static Reason setting(String name, String allowed, String given) {
        return new Reason(ReasonCode.SETTING_INVALID, name, java.util.Map.of("allowed", allowed, "given", given.isEmpty() ? "left empty" : given));
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
