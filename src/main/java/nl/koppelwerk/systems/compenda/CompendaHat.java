package nl.koppelwerk.systems.compenda;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;

/** The roles of a relation that have a partner of their own in bookkeeping; its other roles are told and make no root. */
enum CompendaHat {
    DEBTOR("debtor"), CREDITOR("creditor");

    private final String facet;

    CompendaHat(String facet) { this.facet = facet; }

    String root(String relation) { return new Hat(relation, facet).root(); }

    /** Empty for a root that is none of Compenda's relations. */
    static Optional<CompendaHat> of(Hat hat) {
        return Arrays.stream(values()).filter(one -> one.facet.equals(hat.facet())).findFirst();
    }

    /** Who wears none is looked at as a debtor, so that the look says which role is lacking. */
    static List<CompendaHat> wornBy(Values relation) {
        var roles = Codes.of(List.of(relation.get(Fields.ROLES).text().split(",")));
        var worn = Arrays.stream(values()).filter(hat -> roles.contains(hat.name())).toList();
        return worn.isEmpty() ? List.of(DEBTOR) : worn;
    }
}
