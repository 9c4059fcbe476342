package nl.koppelwerk.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.link.AdvocaatCentraalTribe;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.systems.advocaatcentraal.AdvocaatCentraalConnector;
import nl.koppelwerk.systems.snelstart.SnelStartBeans;
import nl.koppelwerk.systems.tribe.TribeBeans;
import nl.koppelwerk.systems.tribe.TribeTables;

/** The real rules of AdvocaatCentraal and Tribe, as an office has set them. */
final class OfficeRules {

    private OfficeRules() {}

    static Rules mapping(Map<String, String> types) { return with(types); }

    /** @param functions those that the office's Tribe has in its list */
    static Rules withFunctions(String... functions) { return with(Map.of("CLIENT", "Customer"), functions); }

    /** e-conomic and Clickmate, as an office in Denmark has set them. */
    static Rules ofDanishOffice(Map<String, String> settings) {
        var given = JsonNodeFactory.instance.objectNode();
        for (var numbers : java.util.List.of("customerGroups", "paymentTerms", "vatZones")) given.putObject(numbers).put("*", "1");
        given.putObject("currencies").put("*", "DKK");
        settings.forEach((name, value) -> given.set(name, value.matches("true|false") ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value))
            : JsonNodeFactory.instance.textNode(value)));
        return new nl.koppelwerk.link.EconomicClickmate().rules(given, new PlainDialect("e-conomic"), new PlainDialect("Clickmate CRM"));
    }

    /** Imports of clients into Accounton, as an office in Belgium has set them. */
    static Rules ofImports() { return into(new nl.koppelwerk.link.AdminPulseAccounton(), JsonNodeFactory.instance.objectNode(), "AdminPulse"); }

    /** The same from Admin-IS | Consult, where types have numbers. */
    static Rules ofClients(int... types) {
        var given = JsonNodeFactory.instance.objectNode();
        Arrays.stream(types).forEach(given.putArray("clientTypes")::add);
        return into(new nl.koppelwerk.link.AdminConsultAccounton(), given, "Admin-IS | Consult");
    }

    private static Rules into(nl.koppelwerk.link.LinkType type, com.fasterxml.jackson.databind.JsonNode settings, String source) {
        var accounton = new PlainDialect("Accounton");
        accounton.required = java.util.Set.of(nl.koppelwerk.relation.Fields.FIRST_NAMES, nl.koppelwerk.relation.Fields.LAST_NAME, nl.koppelwerk.relation.Fields.EMAIL);
        return type.rules(settings, new PlainDialect(source), accounton);
    }

    /** Compenda and SnelStart, as an office in the Netherlands has set them. */
    static Rules ofBookkeeping(Map<String, String> settings) {
        var given = JsonNodeFactory.instance.objectNode();
        settings.forEach(given::put);
        return new nl.koppelwerk.link.CompendaSnelStart().rules(given, new PlainDialect("Compenda"), new PlainDialect("SnelStart"));
    }

    /** The same with all that SnelStart holds of a relatie, and in what form. */
    static Rules ofRealBookkeeping() {
        var references = new References(Map.of("landen", Map.of("NL", "5f0c2a4e-6b1d-4a55-9d6c-2f1a7e3b9c10")));
        return new nl.koppelwerk.link.CompendaSnelStart().rules(JsonNodeFactory.instance.objectNode(), new PlainDialect("Compenda"),
            SnelStartBeans.connector(Map.of()).dialect(references));
    }

    private static Rules with(Map<String, String> types, String... functions) {
        var settings = JsonNodeFactory.instance.objectNode();
        var mapped = settings.putObject("relationTypes");
        types.forEach(mapped::put);
        var list = Arrays.stream(functions).collect(Collectors.toMap(name -> name, name -> "f-" + name));
        var references = new References(Map.of(TribeTables.FUNCTIONS, list, TribeTables.COUNTRIES, Map.of("NL", "c-nl")));
        return new AdvocaatCentraalTribe().rules(settings,
            new AdvocaatCentraalConnector(Duration.ZERO, 0, 1).dialect(References.NONE), TribeBeans.connector(Map.of()).dialect(references));
    }
}
