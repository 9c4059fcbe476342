package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.snelstart.SnTerm.Type;

/** The properties of a relation by the names that filters use: capitals in front, a slash into what lies deeper. What is an address (uri) cannot be filtered. */
final class SnProperties {

    private final Map<String, SnTerm> terms = new HashMap<>();
    private final Map<String, Function<SnScope, Iterable<JsonNode>>> lists = new HashMap<>();
    private final Map<String, Map<String, Type>> elements = Map.of("Relatiesoort", Map.of("", Type.TEXT), "ExtraVeldenKlant", Map.of("Naam", Type.TEXT, "Waarde", Type.TEXT));
    private final SwitchPanel switches;

    SnProperties(SnStamps stamps, SnLanden landen, SwitchPanel switches) {
        this.switches = switches;
        add(SnModel.RELATIE, "", "", landen);
        terms.put("Id", new SnTerm(Type.ID, scope -> scope.row().id()));
        terms.put("ModifiedOn", new SnTerm(Type.MOMENT, scope -> stamps.local(scope.row().modifiedOn())));
        terms.put("Relatiecode", new SnTerm(Type.NUMBER, scope -> BigDecimal.valueOf(scope.row().code())));
        terms.put("Naam", new SnTerm(Type.TEXT, scope -> scope.row().name()));
        terms.put("KvkNummer", new SnTerm(Type.TEXT, scope -> scope.row().kvk()));
        terms.put("Email", new SnTerm(Type.TEXT, scope -> scope.row().email()));
        terms.put("BtwNummer", new SnTerm(Type.TEXT, scope -> scope.row().vat()));
        terms.put("Nonactief", new SnTerm(Type.FLAG, scope -> scope.row().inactive()));
        terms.put("Fax", new SnTerm(Type.TEXT, scope -> scope.relatie().path("fax").textValue()));
        lists.put("Relatiesoort", scope -> scope.relatie().path("relatiesoort"));
        lists.put("ExtraVeldenKlant", scope -> scope.relatie().path("klantVelden").properties().stream()
                .<JsonNode>map(field -> Json.object().put("Naam", field.getKey()).put("Waarde", field.getValue().asText())).toList());
    }

    SnTerm term(String name) {
        return terms.get(known(name, terms));
    }

    /** Holds if it holds for an element of the list. */
    SnTerm any(String list, String variable, SnTerm condition) {
        condition.must(Type.FLAG);
        var values = lists.get(known(list, lists));
        return SnTerm.condition(scope -> {
            for (var element : values.apply(scope)) {
                if (condition.holds(scope.with(variable, element))) {
                    return true;
                }
            }
            return false;
        });
    }

    boolean isList(String name) {
        return find(name, lists).isPresent();
    }

    /** Of an element of a list: itself, or a member of it. */
    SnTerm element(String list, String variable, String member) {
        var members = elements.get(known(list, lists));
        var name = member.isEmpty() && members.containsKey("") ? "" : known(member, members);
        return new SnTerm(members.get(name), scope -> name.isEmpty() ? scope.element(variable).asText() : scope.element(variable).path(name).asText());
    }

    private void add(List<SnField> fields, String prefix, String pointer, SnLanden landen) {
        for (var field : fields) {
            var name = prefix + SnBinding.upper(field.name());
            var at = pointer + "/" + field.name();
            switch (field.kind()) {
                case OBJECT -> add(field.parts(), name + "/", at, landen);
                case CHOICES -> { }
                case REFERENCE -> terms.put(name + "/Id", new SnTerm(Type.ID, scope -> reference(field.name(), scope.relatie().at(at), landen)));
                default -> terms.put(name, new SnTerm(type(field), scope -> value(scope.relatie().at(at))));
            }
        }
    }

    private static Object reference(String field, JsonNode kept, SnLanden landen) {
        return !kept.isTextual() ? null : field.equals("land") ? landen.id(kept.textValue()) : kept.textValue();
    }

    private static Type type(SnField field) {
        return switch (field.kind()) {
            case WHOLE, NUMBER -> Type.NUMBER;
            case FLAG -> Type.FLAG;
            case ID -> Type.ID;
            default -> Type.TEXT;
        };
    }

    private static Object value(JsonNode kept) {
        return kept.isNumber() ? kept.decimalValue() : kept.isBoolean() ? kept.booleanValue() : (Object) kept.textValue();
    }

    private String known(String name, Map<String, ?> all) {
        return find(name, all).orElseThrow(() -> new SnTerm.Unreadable("there is no property " + name));
    }

    private Optional<String> find(String name, Map<String, ?> all) {
        return switches.is("filter-case", "lenient") ? all.keySet().stream().filter(name::equalsIgnoreCase).findFirst()
                : Optional.of(name).filter(all::containsKey);
    }
}
