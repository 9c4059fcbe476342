package nl.koppelwerk.sheet;

import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;

/** SnelStart's words for what it keeps. */
final class SnelStartWords {

    private SnelStartWords() { }

    static String kind(SheetRelation of) {
        if (of.relation().kind() == Kind.COST_CENTRE) return "Kostenplaats";
        return switch (of.relation().values().get(Fields.RELATION_TYPES).text()) {
            case "DEBTOR" -> SnelStartRow.CUSTOMER;
            case "CREDITOR" -> SnelStartRow.SUPPLIER;
            default -> "Eigen";
        };
    }

    static String code(SheetRelation of) {
        var number = of.relation().values().get(Fields.NUMBER).text();
        return number.isEmpty() ? of.relation().reference() : number;
    }
}
