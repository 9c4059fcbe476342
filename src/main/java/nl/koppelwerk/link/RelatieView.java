package nl.koppelwerk.link;

import java.util.stream.Stream;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** A relation or relatie as this link looks at it: bookkeeping knows no private persons, no address without a country, no limit of a creditor. */
record RelatieView(Side side, OwnNumbers numbers) {

    private static final String HOME = "NL";
    /** As it stands before a VAT number, where that is not the code of the country. */
    private static final String GREECE = "GR";
    private static final String NORTHERN_IRELAND = "GB";

    Relation of(Relation seen) {
        var values = seen.values().only((field, value) -> !field.equals(Fields.ROLES) && !isForeign(seen, field));
        values = atHome(atHome(values, Fields.VISIT_ADDRESS), Fields.POSTAL_ADDRESS);
        return new Relation(Kind.ORGANISATION, withContact(withBtw(values)), seen.parts(), seen.marks(), seen.handles(), seen.reference(), seen.partsSeen());
    }

    /** Only a Klant has a credit limit (REL-0062). */
    private static boolean isForeign(Relation seen, Field<?> field) {
        return field.equals(Fields.CREDIT_LIMIT) && CompendaSnelStartRules.role(seen).filter(CompendaSnelStartRules.CREDITOR::equals).isPresent();
    }

    /** An address that names no country is a Dutch one, as SnelStart takes it; there a house number without a street would pass for a street. */
    private static Values atHome(Values values, Field<Address> field) {
        if (!(values.get(field) instanceof Value.Present<Address> present)) return values;
        var a = present.value();
        boolean leads = a.hasStreetOrBox();
        return values.with(field, Address.TYPE.of(new Address(a.attention(), a.street(), leads ? a.houseNumber() : "", leads ? a.huisnummertoevoeging() : "", a.box(),
            a.postalCode(), a.city(), a.country().isEmpty() ? HOME : a.country())));
    }

    /** SnelStart wants it to be of the country of the vestigingsadres (REL-0087); a half address stays behind, and its country with it. */
    private Values withBtw(Values values) {
        if (side == Side.TARGET || !(values.get(Fields.BTW_NUMMER) instanceof Value.Present<BtwNummer> number)) return values;
        return agree(values) ? values : values.with(Fields.BTW_NUMMER, new Value.Invalid<>(number.text(), ReasonCode.BTW_COUNTRY));
    }

    static boolean agree(Values values) {
        return !(values.get(Fields.BTW_NUMMER) instanceof Value.Present<BtwNummer> number) || !(values.get(Fields.VISIT_ADDRESS) instanceof Value.Present<Address> address)
            || !isWhole(address.value()) || address.value().country().equals(country(number.value()));
    }

    /** SnelStart keeps its name in the vestigingsadres, which is complete or not there (REL-0060): without one there is no place for it. */
    private Values withContact(Values values) {
        var person = values.get(Fields.CONTACT_PERSON);
        if (side == Side.TARGET || !person.isFilled() || values.get(Fields.VISIT_ADDRESS) instanceof Value.Present<Address> address && isWhole(address.value())) return values;
        return values.with(Fields.CONTACT_PERSON, lacksAddress(values) ? Value.empty() : new Value.Invalid<>(person.text(), ReasonCode.CONTACT_WITHOUT_ADDRESS));
    }

    private static boolean lacksAddress(Values values) { return !values.get(Fields.VISIT_ADDRESS).isFilled(); }

    private static boolean isWhole(Address address) { return address.hasStreetOrBox() && Stream.of(address.postalCode(), address.city()).noneMatch(String::isEmpty); }

    /** It has a contact person that stays behind. */
    static boolean leavesContact(Relation seen) { return seen.values().get(Fields.CONTACT_PERSON).isFilled() && lacksAddress(seen.values()); }

    private static String country(BtwNummer number) {
        return switch (number.country()) {
            case "EL" -> GREECE;
            case "XI" -> NORTHERN_IRELAND;
            default -> number.country();
        };
    }
}
