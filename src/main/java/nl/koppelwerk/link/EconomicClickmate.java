package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;

/** e-conomic &lt;-&gt; Clickmate CRM (004_aa185344300ab09d.txt): both create, both update, a person chooses where they differ. */
public final class EconomicClickmate implements LinkType {

    static final String ON = "integrationEnabled";
    static final String MOMENT = "transferMoment";
    static final String ON_CREATE = "ON_CREATE";
    static final String ON_ACTIVATION = "ON_ACTIVATION";
    static final String RECEIVE = "receiveFromEconomic";
    static final String GROUPS = "customerGroups";
    static final String TERMS = "paymentTerms";
    static final String ZONES = "vatZones";
    static final String CURRENCIES = "currencies";
    static final String BRAKE = "brake";
    static final List<String> INTERVALS = List.of("pollInterval", "sweepInterval", "compareInterval");

    private static final String BY_COUNTRY = "by the country of the customer: a code such as DK, EU for other countries of the Union, * for all others";

    @Override public String id() { return "economic-clickmate"; }

    @Override public String sourceSystem() { return "economic"; }

    @Override public String targetSystem() { return "clickmate"; }

    @Override public List<String> creators() { return List.of(sourceSystem(), targetSystem()); }

    @Override public Rules rules(JsonNode settings, Dialect source, Dialect target) { return new EconomicClickmateRules(settings, source, target); }

    @Override public List<Reason> problems(JsonNode settings) {
        var given = new GivenSettings(settings);
        given.flag(ON);
        given.oneOf(MOMENT, List.of(ON_CREATE, ON_ACTIVATION));
        given.flag(RECEIVE);
        for (var numbers : List.of(GROUPS, TERMS, ZONES))
            given.map(numbers, Phrase.NUMBERS_BY_COUNTRY.said(), ByCountry::isPlace, value -> value.matches("[1-9]\\d{0,8}"), Phrase.NUMBER_OF_COUNTRY.said());
        given.map(CURRENCIES, Phrase.CURRENCIES_BY_COUNTRY.said(), ByCountry::isPlace, value -> value.matches("[A-Z]{3}"), Phrase.CURRENCY_OF_COUNTRY.said());
        given.durations(INTERVALS);
        given.countFromZero(BRAKE);
        given.nothingElse(settings());
        return given.problems();
    }

    /** An office has typed its customers into both long before. */
    @Override public boolean meetsAcquaintances() { return true; }

    @Override public List<Setting> settings() {
        return List.of(
            new Setting(ON, "boolean", false, "true", List.of("true", "false"), "Whether customers cross at all (CL-24)."),
            new Setting(MOMENT, "text", false, ON_ACTIVATION, List.of(ON_CREATE, ON_ACTIVATION),
                "When a new customer of Clickmate goes to e-conomic: when it is created, or when it becomes active (CL-25)."),
            new Setting(RECEIVE, "boolean", false, "true", List.of("true", "false"), "Whether what is created or changed in e-conomic goes to Clickmate (CL-27)."),
            new Setting(GROUPS, "map", true, "{\"*\": \"1\"}", List.of(), "The customer group of a new customer in e-conomic, " + BY_COUNTRY + "."),
            new Setting(TERMS, "map", true, "{\"*\": \"1\"}", List.of(), "The payment terms of a new customer in e-conomic, " + BY_COUNTRY + "."),
            new Setting(ZONES, "map", true, "{\"DK\": \"1\", \"EU\": \"2\", \"*\": \"3\"}", List.of(), "The VAT zone of a new customer in e-conomic, " + BY_COUNTRY + "."),
            new Setting(CURRENCIES, "map", true, "{\"*\": \"DKK\"}", List.of(), "The currency of a new customer in e-conomic, " + BY_COUNTRY + "."),
            new Setting("pollInterval", "duration", false, "PT5M", List.of(), "How often e-conomic is asked for what its webhooks did not show."),
            new Setting("sweepInterval", "duration", false, "PT15M", List.of(), "How often Clickmate is asked for what its webhooks did not show."),
            new Setting("compareInterval", "duration", false, "P1D", List.of(), "How often everything is compared; a deletion in e-conomic shows nowhere else."),
            new Setting(BRAKE, "number", false, "one in a hundred of its pairs, at least 10", List.of(), "How many destructive changes (emptied fields) it makes in a day before it asks."));
    }

    @Override public List<FieldLine> fields() { return EconomicClickmateFields.LINES; }

    @Override public List<NotSynchronised> notSynchronised() { return EconomicClickmateFields.LEFT_ALONE; }
}
